package com.promode.aurora.starter.feed;

import com.promode.aurora.contracts.IntegrationEvent;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.kafka.support.converter.RecordMessageConverter;

/** Makes events of records, each of them once: a producer that was not answered sends an event again. */
class FeedEvents {

    private static final Logger log = LoggerFactory.getLogger(FeedEvents.class);
    private static final int REMEMBERED = 10_000;

    private final RecordMessageConverter converter;
    private final RecordFilterStrategy<Object, Object> unknown;
    private final Set<UUID> read = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    FeedEvents(RecordMessageConverter converter, RecordFilterStrategy<Object, Object> unknown) {
        this.converter = converter;
        this.unknown = unknown;
    }

    record Addressed(UUID tenant, IntegrationEvent event) {}

    /** Empty for what was read before, what a newer producer has added, and what is no event of a tenant. */
    Optional<Addressed> read(ConsumerRecord<?, ?> message) {
        var tenant = message.headers().lastHeader("ce_tenantid");
        if (tenant == null || isUnknown(message)) {
            return Optional.empty();
        }
        try {
            var event = (IntegrationEvent) converter
                    .toMessage(message, null, null, IntegrationEvent.class)
                    .getPayload();
            return read.add(event.eventId())
                    ? Optional.of(
                            new Addressed(UUID.fromString(new String(tenant.value(), StandardCharsets.UTF_8)), event))
                    : Optional.empty();
        } catch (RuntimeException e) {
            log.warn("{}@{} can't be read, so nobody is told", message.topic(), message.offset(), e);
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    private boolean isUnknown(ConsumerRecord<?, ?> message) {
        return unknown.filter((ConsumerRecord<Object, Object>) message);
    }
}
