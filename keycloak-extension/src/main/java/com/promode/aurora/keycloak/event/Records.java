package com.promode.aurora.keycloak.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.promode.aurora.contracts.IntegrationEvent;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Events as Aurora's other services write them: JSON under the headers of CloudEvents 1.0 in binary mode. */
final class Records {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Records() {}

    static ProducerRecord<String, byte[]> of(IntegrationEvent event, UUID tenant, @Nullable String traceParent) {
        try {
            var record = new ProducerRecord<>(event.topic(), event.key(), JSON.writeValueAsBytes(event));
            header(record, "ce_specversion", "1.0");
            header(record, "ce_id", event.eventId().toString());
            header(record, "ce_type", event.type());
            header(record, "ce_source", "keycloak");
            header(record, "ce_subject", event.key());
            header(record, "ce_time", event.recordedAt().toString());
            header(record, "ce_tenantid", tenant.toString());
            header(record, "content-type", "application/json");
            if (traceParent != null) {
                header(record, "traceparent", traceParent);
            }
            return record;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written: " + event.type(), e);
        }
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
