package com.promode.aurora.notification.feed;

import static com.promode.aurora.notification.TestPeople.low;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.contracts.inventory.StockEvent;
import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.kafka.support.converter.RecordMessageConverter;

@ServiceTest
class FeedReaderTests {

    private final UUID tenant = UUID.randomUUID();
    private final Heard heard = new Heard();

    @Autowired
    private Events events;

    @Autowired
    private ConsumerFactory<?, ?> consumers;

    @Autowired
    private KafkaAdmin admin;

    @Autowired
    private RecordMessageConverter converter;

    @Autowired
    private RecordFilterStrategy<Object, Object> unknown;

    private Optional<FeedReader> reader = Optional.empty();

    @AfterEach
    void stop() {
        reader.ifPresent(FeedReader::stop);
    }

    @Test
    void everyReplicaHearsEachEventOnceFromItsStartOn() {
        var before = low();
        events.send(tenant, before);
        var another = new Heard();
        var replica = replica(another);
        replica.start();
        await().until(replica::isFollowing);
        start();
        var low = low();
        events.send(tenant, low);
        events.send(tenant, low);
        var last = sameProduct(low);
        events.send(tenant, last);

        await().until(() -> heard.ids.contains(last.eventId()) && another.ids.contains(last.eventId()));
        assertThat(heard.ids).containsExactly(low.eventId(), last.eventId());
        assertThat(another.ids).isEqualTo(heard.ids);
        replica.stop();
        assertThat(replica.isRunning()).isFalse();
    }

    @Test
    void beginsWithWhatItsGroupHasNotStoredYet() throws Exception {
        var stored = low();
        events.send(tenant, stored);
        var group = "test." + UUID.randomUUID();
        heard.group = Optional.of(group);
        try (var client = Admin.create(admin.getConfigurationProperties());
                var consumer = consumers.createConsumer()) {
            var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
            consumer.endOffsets(FeedStart.partitions(consumer, StockEvent.TOPIC))
                    .forEach((partition, offset) -> positions.put(partition, new OffsetAndMetadata(offset)));
            client.alterConsumerGroupOffsets(group, positions).all().get();
        }
        var notYet = low();
        events.send(tenant, notYet);

        start();

        assertThat(heard.ids).containsExactly(notYet.eventId());
    }

    @Test
    void goesOnAfterWhatItCanNotRead() {
        start();
        var low = low();
        events.sendRaw(StockEvent.TOPIC, low.key(), "{}", "StockLow");
        events.sendRaw(StockEvent.TOPIC, low.key(), "nonsense", "InventedLater");
        heard.failsOn = Optional.of(low.eventId());
        events.send(tenant, low);
        var next = sameProduct(low);
        events.send(tenant, next);
        await().until(() -> heard.ids.contains(next.eventId()));
        assertThat(heard.ids).containsExactly(next.eventId());
    }

    private void start() {
        var started = replica(heard);
        reader = Optional.of(started);
        started.start();
        await().atMost(Duration.ofSeconds(20)).until(started::isFollowing);
    }

    private FeedReader replica(Feed feed) {
        return new FeedReader(List.of(feed), consumers, admin, converter, unknown);
    }

    private static StockLow sameProduct(StockLow low) {
        var next = low();
        return new StockLow(
                next.eventId(), next.recordedAt(), low.productId(), "PRD-042", next.onHand(), next.reorderPoint());
    }

    private final class Heard implements Feed {

        private final List<UUID> ids = new CopyOnWriteArrayList<>();
        private volatile Optional<UUID> failsOn = Optional.empty();
        private Optional<String> group = Optional.empty();

        @Override
        public String topic() {
            return StockEvent.TOPIC;
        }

        @Override
        public Optional<String> storedBy() {
            return group;
        }

        @Override
        public void pass(UUID from, IntegrationEvent event) {
            if (failsOn.equals(Optional.of(event.eventId()))) {
                throw new IllegalStateException("a feed that fails");
            }
            if (from.equals(tenant)) {
                ids.add(event.eventId());
            }
        }
    }
}
