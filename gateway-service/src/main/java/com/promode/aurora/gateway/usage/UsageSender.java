package com.promode.aurora.gateway.usage;

import com.promode.aurora.contracts.gateway.UsageEvent;
import com.promode.aurora.contracts.gateway.UsageEvent.ApiUsage;
import com.promode.aurora.gateway.feed.KafkaProperties;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells of each minute when it is over. What Kafka does not take within seconds is lost: it is only statistics. */
@Component
class UsageSender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(UsageSender.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int BLOCK_MILLIS = 2_000;
    private static final int DELIVERY_MILLIS = 10_000;

    private final UsageMeter meter;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable ScheduledExecutorService turns;
    private volatile boolean running;

    UsageSender(UsageMeter meter, KafkaProperties kafka) {
        this.meter = meter;
        this.settings = new HashMap<>(kafka.client());
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.put(ProducerConfig.ACKS_CONFIG, "1");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
    }

    @Override
    public void start() {
        var opened = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        var clocked = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("usage").daemon().factory());
        clocked.scheduleWithFixedDelay(
                () -> send(opened, clock.instant().truncatedTo(ChronoUnit.MINUTES)),
                PAUSE.toSeconds(),
                PAUSE.toSeconds(),
                TimeUnit.SECONDS);
        producer = opened;
        turns = clocked;
        running = true;
    }

    /** After the last request: the minute that has begun is told too. */
    @Override
    public void stop() {
        running = false;
        if (turns != null) {
            turns.shutdownNow();
        }
        if (producer != null) {
            send(producer, clock.instant().plus(PAUSE));
            producer.close(Duration.ofMillis(BLOCK_MILLIS));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void send(KafkaProducer<String, byte[]> producer, Instant before) {
        var usages = meter.takeBefore(before);
        if (usages.isEmpty()) {
            return;
        }
        try {
            producer.partitionsFor(UsageEvent.TOPIC); // waits for a silent Kafka once, where each message would
            usages.forEach(usage -> producer.send(message(usage)));
        } catch (RuntimeException e) {
            log.warn("Some statistics of usage are lost: {}", e.toString());
        }
    }

    private static ProducerRecord<String, byte[]> message(ApiUsage usage) {
        var message = new ProducerRecord<>(usage.topic(), usage.key(), JSON.writeValueAsBytes(usage));
        var tenant = usage.tenantId();
        add(message, "ce_specversion", "1.0");
        add(message, "ce_id", usage.eventId().toString());
        add(message, "ce_type", usage.type());
        add(message, "ce_source", "gateway-service");
        add(message, "ce_subject", usage.key());
        add(message, "ce_time", usage.recordedAt().toString());
        add(message, "ce_tenantid", (tenant == null ? NOBODY : tenant).toString());
        add(message, "content-type", "application/json");
        return message;
    }

    private static void add(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
