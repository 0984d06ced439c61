package com.promode.aurora.e2e;

import com.promode.aurora.contracts.inventory.StockEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the movements from Kafka, as any service would, and measures how old they are. */
final class StockFeed implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final Delays delays;
    private final CountDownLatch reading = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;

    private StockFeed(String kafka, Delays delays) {
        this.delays = delays;
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                new StringDeserializer(),
                new StringDeserializer());
        this.thread = Thread.ofPlatform().daemon().name("stock-feed").unstarted(this::read);
    }

    /** Only what comes from now on. */
    static StockFeed open(String kafka, Delays delays) throws InterruptedException {
        var feed = new StockFeed(kafka, delays);
        feed.thread.start();
        feed.reading.await();
        return feed;
    }

    private void read() {
        try (consumer) {
            var partitions = consumer.partitionsFor(StockEvent.TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            reading.countDown();
            while (!closed) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    measure(record);
                }
            }
        }
    }

    private void measure(ConsumerRecord<String, String> record) {
        var now = Instant.now();
        var type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        if (type.equals(StockEvent.StockMoved.class.getSimpleName())) {
            delays.add(
                    Instant.parse(Client.JSON
                            .readTree(record.value())
                            .path("recordedAt")
                            .asString()),
                    now);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
