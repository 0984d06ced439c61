package com.promode.aurora.starter.event;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import tools.jackson.core.type.TypeReference;

/** An event that waits in the outbox. */
record OutboxRow(long seq, String topic, String key, Map<String, String> headers, byte[] payload) {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    static OutboxRow of(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("seq"),
                row.getString("topic"),
                row.getString("key"),
                EventJson.MAPPER.readValue(row.getString("headers"), HEADERS),
                row.getString("payload").getBytes(StandardCharsets.UTF_8));
    }

    /** Rows of one lane leave one after the other; a topic's name holds no space. */
    String lane() {
        return topic + ' ' + key;
    }

    ProducerRecord<String, byte[]> message() {
        return new ProducerRecord<>(topic, null, key, payload, kafkaHeaders());
    }

    private List<Header> kafkaHeaders() {
        return headers.entrySet().stream()
                .<Header>map(header ->
                        new RecordHeader(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
