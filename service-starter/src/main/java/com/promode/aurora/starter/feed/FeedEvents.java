package com.promode.aurora.starter.feed;

import com.promode.aurora.contracts.EventCatalogue;
import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.starter.event.EventHeaders;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.converter.RecordMessageConverter;

/** Makes events of records, each of them once: a producer that was not answered sends an event again. */
class FeedEvents {

    private static final Logger log = LoggerFactory.getLogger(FeedEvents.class);
    private static final int REMEMBERED = 10_000;

    private final RecordMessageConverter converter;
    private final Set<UUID> read = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    FeedEvents(RecordMessageConverter converter) {
        this.converter = converter;
    }

    record Addressed(UUID tenant, IntegrationEvent event) {}

    /** Empty for what nobody wants, what was read before, and what is no event of a tenant. */
    Optional<Addressed> read(ConsumerRecord<?, ?> message, Predicate<Class<? extends IntegrationEvent>> wanted) {
        try {
            var tenant = EventHeaders.tenant(message);
            var type = EventHeaders.type(message).flatMap(EventCatalogue::find).filter(wanted);
            if (message.value() == null || tenant.isEmpty() || type.isEmpty()) {
                return Optional.empty();
            }
            var event = (IntegrationEvent) converter
                    .toMessage(message, null, null, IntegrationEvent.class)
                    .getPayload();
            return read.add(event.eventId()) ? Optional.of(new Addressed(tenant.get(), event)) : Optional.empty();
        } catch (RuntimeException e) {
            log.warn("{}@{} can't be read, so nobody is told", message.topic(), message.offset(), e);
            return Optional.empty();
        }
    }
}
