package com.promode.aurora.gateway.setting;

import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.contracts.auth.SettingEvent;
import com.promode.aurora.contracts.auth.SettingEvent.SettingChanged;
import com.promode.aurora.gateway.feed.Follower;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The settings that the gateway acts on; what a tenant has not set is off. */
@Component
public class Settings implements Follower {

    private static final Logger log = LoggerFactory.getLogger(Settings.class);
    private static final JsonMapper JSON = new JsonMapper();

    private record Known(long version, Object value) {}

    private enum Setting {
        ADMIN_ALLOW_LIST("security.adminAllowList", List.of(), new TypeReference<List<String>>() {}),
        REQUEST_SIGNING("security.requestSigning", false, new TypeReference<Boolean>() {});

        private final String wire;
        private final Object off;
        private final TypeReference<?> type;

        Setting(String wire, Object off, TypeReference<?> type) {
            this.wire = wire;
            this.off = off;
            this.type = type;
        }

        Object read(@Nullable String value) {
            return value == null ? off : JSON.readValue(value, type);
        }
    }

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    @Override
    public String topic() {
        return SettingEvent.TOPIC;
    }

    @Override
    public void on(IntegrationEvent event) {
        if (event instanceof SettingChanged changed) {
            for (var setting : Setting.values()) {
                if (setting.wire.equals(changed.name())) {
                    keep(setting, changed);
                }
            }
        }
    }

    /** Networks that a tenant's administrators may call from; empty for all. */
    @SuppressWarnings("unchecked")
    public List<String> adminAllowList(String tenantId) {
        return (List<String>) value(tenantId, Setting.ADMIN_ALLOW_LIST);
    }

    public boolean requestSigning(String tenantId) {
        return (Boolean) value(tenantId, Setting.REQUEST_SIGNING);
    }

    private Object value(String tenantId, Setting setting) {
        var own = known.get(tenantId + "/" + setting.wire);
        return own == null ? setting.off : own.value();
    }

    private void keep(Setting setting, SettingChanged changed) {
        try {
            var fresh = new Known(changed.version(), setting.read(changed.value()));
            known.merge(changed.key(), fresh, (old, next) -> next.version() > old.version() ? next : old);
        } catch (JacksonException e) {
            log.error("{} of tenant {} stays as it was: it cannot be read", changed.name(), changed.tenantId());
        }
    }
}
