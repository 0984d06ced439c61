package com.promode.aurora.gateway.feed;

import com.promode.aurora.contracts.EventCatalogue;
import com.promode.aurora.contracts.IntegrationEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events from records in the binary mode of CloudEvents; what cannot be read is left out. */
final class EventReader {

    private static final Logger log = LoggerFactory.getLogger(EventReader.class);

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventReader() {}

    static Optional<IntegrationEvent> read(ConsumerRecord<String, byte[]> message) {
        var type = message.headers().lastHeader("ce_type");
        // a compacted topic forgets with records that have no value
        if (type == null || message.value() == null) {
            return Optional.empty();
        }
        return EventCatalogue.find(new String(type.value(), StandardCharsets.UTF_8))
                .flatMap(event -> read(message, event));
    }

    private static Optional<IntegrationEvent> read(
            ConsumerRecord<String, byte[]> message, Class<? extends IntegrationEvent> type) {
        try {
            return Optional.of(JSON.readValue(message.value(), type));
        } catch (JacksonException e) {
            log.error(
                    "Left out what cannot be read in {}-{} at {}: {}",
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
