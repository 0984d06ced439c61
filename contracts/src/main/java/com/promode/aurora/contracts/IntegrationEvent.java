package com.promode.aurora.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened in one service and that others may act on.
 *
 * <p>On the wire an event is a Kafka record in the binary mode of CloudEvents 1.0: the JSON of the record is the value,
 * {@link #type()} the header {@code ce_type}, the tenant the header {@code ce_tenantid}. Records change additively only:
 * a component may be added if it is nullable, none may be removed or change its meaning.
 */
@JsonIgnoreProperties(ignoreUnknown = true) // what a newer producer has added
public interface IntegrationEvent {

    /** Unique per event (UUIDv7); consumers apply an id once. */
    UUID eventId();

    /** When the producer recorded the event, UTC; not when the fact took place in the business. */
    Instant recordedAt();

    /** Kafka topic, {@code <service>.<stream>}. */
    String topic();

    /** Kafka key; events of one key are delivered in the order in which they were recorded. */
    String key();

    /** Name of the event on the wire, e.g. {@code StockMoved}. */
    default String type() {
        return getClass().getSimpleName();
    }
}
