package com.promode.aurora.auth.setting;

import com.promode.aurora.contracts.auth.SettingEvent.SettingChanged;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.BusinessException.Detail;
import com.promode.aurora.starter.web.IfMatch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Changes settings, and tells the services that use them. */
@Service
@Transactional
class SettingService {

    private static final int MOST = 100;

    private final SettingCatalogue catalogue;
    private final SettingQueries settings;
    private final SettingTable table;
    private final Tenants tenants;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SettingService(
            SettingCatalogue catalogue,
            SettingQueries settings,
            SettingTable table,
            Tenants tenants,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.table = table;
        this.tenants = tenants;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    SettingView change(String key, JsonNode value, IfMatch ifMatch) {
        if (catalogue.find(key).isEmpty()) {
            throw BusinessException.notFound("setting", key);
        }
        check(Map.of("value", value), Map.of("value", key));
        table.lock();
        ifMatch.check(settings.get(key).version());
        apply(Map.of(key, value));
        return settings.get(key);
    }

    /** All or none. */
    List<SettingView> change(Map<String, JsonNode> values) {
        if (values.isEmpty() || values.size() > MOST) {
            throw BusinessException.invalid("", "name from 1 to %s settings", MOST);
        }
        check(values, Map.of());
        table.lock();
        apply(values);
        return settings.all().stream()
                .filter(setting -> values.containsKey(setting.key()))
                .toList();
    }

    /** @param keys of settings by the field that has the value, where they are not the same */
    private void check(Map<String, JsonNode> values, Map<String, String> keys) {
        var wrong = new ArrayList<Detail>();
        new TreeMap<>(values).forEach((field, value) -> violation(keys.getOrDefault(field, field), value)
                .ifPresent(message -> wrong.add(new Detail(field, message))));
        if (!wrong.isEmpty()) {
            throw BusinessException.invalid(wrong);
        }
    }

    private Optional<String> violation(String key, JsonNode value) {
        var definition = catalogue.find(key);
        if (definition.isEmpty()) {
            return Optional.of("is not a setting");
        }
        return value.isNull() ? Optional.empty() : definition.get().violation(value);
    }

    private void apply(Map<String, JsonNode> values) {
        var now = clock.instant();
        var known = settings.byKey();
        var before = new TreeMap<String, @Nullable Object>();
        var after = new TreeMap<String, @Nullable Object>();
        new TreeMap<>(values).forEach((key, value) -> {
            if (table.write(key, value, now)) {
                before.put(key, Objects.requireNonNull(known.get(key)).value());
                after.put(key, settings.get(key).value());
                tell(key, value, now);
            }
        });
        if (!after.isEmpty()) {
            audit.record("setting.update", "setting", null, before, after);
        }
    }

    private void tell(String key, JsonNode value, Instant now) {
        outbox.publish(new SettingChanged(
                Ids.next(),
                now,
                tenants.current(),
                key,
                settings.get(key).version(),
                value.isNull() ? null : table.text(value)));
    }
}
