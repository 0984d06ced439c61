package com.promode.aurora.starter.event;

import com.promode.aurora.contracts.EventCatalogue;
import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.kafka.support.converter.MessagingMessageConverter;
import tools.jackson.core.JacksonException;

/**
 * Makes events of Kafka records by their {@code ce_type}. It works on the listener's side of the consumer, so that a record
 * which can't be read reaches the dead-letter topic byte by byte as it came.
 */
class EventConverter extends MessagingMessageConverter implements RecordFilterStrategy<Object, Object> {

    EventConverter() {
        setHeaderMapper(new SimpleKafkaHeaderMapper());
    }

    /** Skips what a newer producer has added, and the tombstones of compacted topics. */
    @Override
    public boolean filter(ConsumerRecord<Object, Object> message) {
        return message.value() == null
                || EventHeaders.type(message)
                        .filter(type -> EventCatalogue.find(type).isEmpty())
                        .isPresent();
    }

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> message, @Nullable Type type) {
        var event = EventHeaders.type(message)
                .flatMap(EventCatalogue::find)
                .orElseThrow(() -> new ConversionException("A record without ce_type is no event", null));
        try {
            return EventJson.MAPPER.readValue((byte[]) message.value(), event);
        } catch (JacksonException e) {
            throw new ConversionException("Not a %s".formatted(event.getSimpleName()), e);
        }
    }
}
