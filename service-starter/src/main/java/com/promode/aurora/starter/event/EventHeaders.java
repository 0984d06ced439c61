package com.promode.aurora.starter.event;

import com.promode.aurora.contracts.IntegrationEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The Kafka headers of an event: CloudEvents 1.0 in binary mode. */
public final class EventHeaders {

    static final String TRACE_PARENT = "traceparent";

    private static final String ID = "ce_id";
    private static final String TYPE = "ce_type";
    private static final String TENANT = "ce_tenantid";

    private EventHeaders() {}

    static Map<String, String> of(IntegrationEvent event, String source, UUID tenant, @Nullable String traceParent) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put(ID, event.eventId().toString());
        headers.put(TYPE, event.type());
        headers.put("ce_source", source);
        headers.put("ce_subject", event.key());
        headers.put("ce_time", event.recordedAt().toString());
        headers.put(TENANT, tenant.toString());
        headers.put("content-type", "application/json");
        if (traceParent != null) {
            headers.put(TRACE_PARENT, traceParent);
        }
        return headers;
    }

    /** The name of the event's type; empty when the record is no event. */
    public static Optional<String> type(ConsumerRecord<?, ?> message) {
        return find(message, TYPE);
    }

    static Optional<UUID> id(ConsumerRecord<?, ?> message) {
        return find(message, ID).map(UUID::fromString);
    }

    /**
     * Whose event it is; empty when it is nobody's.
     *
     * @throws IllegalArgumentException when the header holds no UUID
     */
    public static Optional<UUID> tenant(ConsumerRecord<?, ?> message) {
        return find(message, TENANT).map(UUID::fromString);
    }

    private static Optional<String> find(ConsumerRecord<?, ?> message, String name) {
        return Optional.ofNullable(message.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
