package com.promode.aurora.contracts.gateway;

import com.promode.aurora.contracts.IntegrationEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the API is used. Sent directly by each replica of the gateway, without an outbox: some may be lost, and what several
 * replicas tell of the same minute is to be added up.
 */
public sealed interface UsageEvent extends IntegrationEvent {

    String TOPIC = "gateway.usage";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * What one replica has answered in one minute, for one route, tenant, class of status and portal.
     *
     * @param routeId of the gateway's configuration, e.g. {@code inventory-service}; {@code none} for what the gateway
     *     answered before it chose one
     * @param tenantId of the callers, null for those who were not signed in; the header {@code ce_tenantid} is then the nil
     *     UUID
     * @param statusClass {@code 2xx}, {@code 3xx}, {@code 4xx} or {@code 5xx}; {@code 1xx} are sockets
     * @param minute in which the answers ended, its first instant
     * @param latency requests by how long they took: the key is the longest in whole milliseconds, out of 5, 10, 25, 50,
     *     100, 200, 500, 1000, 2000, 5000 and {@code inf}; each request is in one of them, those without any are left out
     * @param bytes of the bodies that were answered
     * @param portal the configured name of the page that called, by its Origin; else the client that the token was given to;
     *     else {@code none}
     * @param distinctUsers who were signed in, as this replica saw them
     */
    record ApiUsage(
            UUID eventId,
            Instant recordedAt,
            String routeId,
            @Nullable UUID tenantId,
            String statusClass,
            Instant minute,
            long requests,
            Map<String, Long> latency,
            long bytes,
            String portal,
            int distinctUsers)
            implements UsageEvent {

        @Override
        public String key() {
            return routeId;
        }
    }
}
