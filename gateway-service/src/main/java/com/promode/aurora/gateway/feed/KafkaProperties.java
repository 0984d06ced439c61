package com.promode.aurora.gateway.feed;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param bootstrapServers host:port, comma-separated
 * @param client further settings of Kafka's clients, e.g. {@code security.protocol}
 * @param headStart how long the start waits until what Kafka holds has been read; after that the gateway serves without
 */
@ConfigurationProperties("aurora.gateway.kafka")
public record KafkaProperties(
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue Map<String, String> client,
        @DefaultValue("3s") Duration headStart) {}
