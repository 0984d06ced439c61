package com.promode.aurora.contracts.auth;

import com.promode.aurora.contracts.IntegrationEvent;
import java.time.Instant;
import java.util.UUID;

/** What auth-service announces about tenants; the topic is compacted, so that a new service learns of all. */
public sealed interface TenantEvent extends IntegrationEvent {

    String TOPIC = "auth.tenant";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * A tenant was created or changed.
     *
     * @param code short and unique, e.g. {@code promode}
     * @param timeZone of its business dates, an IANA name
     * @param status active or suspended
     */
    record TenantChanged(
            UUID eventId, Instant recordedAt, UUID tenantId, String code, String name, String timeZone, String status)
            implements TenantEvent {

        @Override
        public String key() {
            return tenantId.toString();
        }
    }
}
