package com.promode.aurora.contracts.auth;

import com.promode.aurora.contracts.IntegrationEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settings of the tenants; the topic is compacted and read whole by every replica that uses one. */
public sealed interface SettingEvent extends IntegrationEvent {

    String TOPIC = "auth.setting";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * A setting of a tenant has a new value.
     *
     * @param name of the setting, e.g. {@code stock.approvalLimit}
     * @param version of the setting, counted from 1 per tenant and name; what is not newer is dropped
     * @param value JSON text, e.g. {@code 50000} or {@code "code"}; null when the default applies again
     */
    record SettingChanged(
            UUID eventId,
            Instant recordedAt,
            UUID tenantId,
            String name,
            long version,
            @Nullable String value) implements SettingEvent {

        @Override
        public String key() {
            return tenantId + "/" + name;
        }
    }
}
