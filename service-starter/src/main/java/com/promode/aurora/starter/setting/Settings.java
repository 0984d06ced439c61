package com.promode.aurora.starter.setting;

import com.promode.aurora.contracts.auth.SettingEvent;
import com.promode.aurora.contracts.auth.SettingEvent.SettingChanged;
import com.promode.aurora.starter.feed.Feed;
import com.promode.aurora.starter.tenant.Tenants;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings of the current tenant, each with the default that its user gives. Source is the topic {@code auth.setting},
 * which every replica reads whole at its start and follows, so a change holds within a second. What has not been read, as
 * while Kafka is down at the start, and what is not of the type asked for, has its default; so has everything outside of any
 * tenant.
 */
public class Settings implements Feed<SettingChanged> {

    private static final Logger log = LoggerFactory.getLogger(Settings.class);

    private final Tenants tenants;
    private final JsonMapper json;
    private final Map<Name, Value> values = new ConcurrentHashMap<>();

    Settings(Tenants tenants, JsonMapper json) {
        this.tenants = tenants;
        this.json = json;
    }

    private record Name(UUID tenant, String setting) {}

    private record Value(long version, @Nullable JsonNode json) {}

    /** A whole number, such as {@code session.limit}. */
    public int integer(String name, int preset) {
        return find(name, JsonNode::canConvertToInt, JsonNode::intValue).orElse(preset);
    }

    /** A number, such as an amount in INR. */
    public BigDecimal number(String name, BigDecimal preset) {
        return find(name, JsonNode::isNumber, JsonNode::decimalValue).orElse(preset);
    }

    /** Whether something is on. */
    public boolean flag(String name, boolean preset) {
        return find(name, JsonNode::isBoolean, JsonNode::booleanValue).orElse(preset);
    }

    /** A text, such as a choice or a date; empty when it is set to nothing and has no default. */
    public Optional<String> text(String name) {
        return find(name, JsonNode::isString, JsonNode::stringValue);
    }

    /** Anything, as JSON. */
    public Optional<JsonNode> json(String name) {
        return find(name, ignored -> true, Function.identity());
    }

    @Override
    public String topic() {
        return SettingEvent.TOPIC;
    }

    @Override
    public Class<SettingChanged> type() {
        return SettingChanged.class;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void pass(UUID tenant, SettingChanged changed) {
        try {
            var text = changed.value();
            var value = new Value(changed.version(), text == null ? null : json.readTree(text));
            values.merge(
                    new Name(changed.tenantId(), changed.name()),
                    value,
                    (known, next) -> next.version() > known.version() ? next : known);
        } catch (JacksonException e) {
            log.warn("Setting {} of tenant {} can't be read", changed.name(), changed.tenantId(), e);
        }
    }

    private <T> Optional<T> find(String name, Predicate<JsonNode> fits, Function<JsonNode, T> as) {
        return tenants.find()
                .map(tenant -> values.get(new Name(tenant, name)))
                .map(Value::json)
                .filter(value -> isFit(name, value, fits))
                .map(as);
    }

    private static boolean isFit(String name, JsonNode value, Predicate<JsonNode> fits) {
        if (fits.test(value)) {
            return true;
        }
        log.warn("Setting {} is not of the type that is asked for: {}", name, value);
        return false;
    }
}
