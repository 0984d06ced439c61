package com.promode.aurora.starter.event;

import com.promode.aurora.contracts.IntegrationEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;

/** Writes a transaction's events. */
class OutboxTable {

    private static final String INSERT = """
            INSERT INTO outbox (event_id, topic, key, aggregate_version, headers, payload)
            SELECT event_id, topic, key, (payload ->> 'version')::bigint, headers, payload
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::json[], ?::json[]) AS event (event_id, topic, key, headers, payload)
            """;

    private final JdbcOperations jdbc;

    OutboxTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** All in one statement; the numbers rise in the order of the list. */
    void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.update(INSERT, statement -> {
            var connection = statement.getConnection();
            statement.setArray(1, array(connection, entries, Entry::eventId));
            statement.setArray(2, array(connection, entries, Entry::topic));
            statement.setArray(3, array(connection, entries, Entry::key));
            statement.setArray(4, array(connection, entries, Entry::headers));
            statement.setArray(5, array(connection, entries, Entry::payload));
        });
    }

    private static java.sql.Array array(Connection connection, List<Entry> entries, Function<Entry, String> column)
            throws SQLException {
        return connection.createArrayOf("text", entries.stream().map(column).toArray());
    }

    /** An event as it is stored. */
    record Entry(String eventId, String topic, String key, String headers, String payload) {

        /** Leaves room below Kafka's limit of 1 MiB for the headers, and in the dead-letter topic for those of the error. */
        private static final int LARGEST = 900 * 1024;

        static Entry of(IntegrationEvent event, Map<String, String> headers) {
            var payload = EventJson.MAPPER.writeValueAsString(event);
            var size = payload.getBytes(StandardCharsets.UTF_8).length;
            if (size > LARGEST) {
                throw new IllegalArgumentException(
                        "%s takes %d bytes, an event at most %d: split it".formatted(event.type(), size, LARGEST));
            }
            return new Entry(
                    event.eventId().toString(),
                    event.topic(),
                    event.key(),
                    EventJson.MAPPER.writeValueAsString(headers),
                    payload);
        }
    }
}
