package com.promode.aurora.keycloak.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class EventSenderTests {

    @Test
    void sendsInTheOrderOfOffers() {
        var kafka = kafka(true);
        try (var sender = new EventSender(() -> kafka, 10)) {
            sender.offer(record("a"));
            sender.offer(record("b"));
            await().until(() -> kafka.history().size() == 2);
        }
        assertThat(kafka.history()).extracting(ProducerRecord::key).containsExactly("a", "b");
    }

    @Test
    void takesNoTimeAndNoMoreThanItsRoomWhileKafkaIsDead() {
        try (var sender = new EventSender(new KafkaProducers("127.0.0.1:1"), 100)) {
            var start = System.nanoTime();
            for (var number = 0; number < 1_000; number++) {
                sender.offer(record("key"));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(sender.lost()).isBetween(800L, 900L);
        }
    }

    @Test
    void triesAgainUntilKafkaHasIt() {
        var kafka = kafka(false);
        try (var sender = new EventSender(() -> kafka, 10)) {
            sender.offer(record("a"));
            await().until(() -> kafka.errorNext(new TimeoutException("nobody there")));
            await().until(kafka::completeNext);
            await().until(() -> kafka.history().size() == 2);
            assertThat(sender.lost()).isZero();
        }
        assertThat(kafka.history()).extracting(ProducerRecord::key).containsExactly("a", "a");
    }

    @Test
    void givesUpWhatKafkaWillNeverTakeAndGoesOn() {
        var producers = new AtomicInteger();
        var refusing = kafka(false);
        var taking = kafka(true);
        try (var sender = new EventSender(() -> producers.getAndIncrement() == 0 ? refusing : taking, 10)) {
            sender.offer(record("huge"));
            sender.offer(record("small"));
            await().until(() -> refusing.errorNext(new RecordTooLargeException("too large")));
            await().until(() -> taking.history().size() == 1);
        }
        assertThat(taking.history()).extracting(ProducerRecord::key).containsExactly("small");
    }

    private static MockProducer<String, byte[]> kafka(boolean taking) {
        return new MockProducer<>(Cluster.empty(), taking, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static ProducerRecord<String, byte[]> record(String key) {
        return new ProducerRecord<>("topic", key, new byte[0]);
    }
}
