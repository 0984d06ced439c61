package com.promode.aurora.starter.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.inventory.StockEvent;
import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.shelf.Sender;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.support.converter.RecordMessageConverter;

@ShelfTest
class FeedReaderTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final UUID tenant = UUID.randomUUID();
    private final List<FeedReader> readers = new ArrayList<>();
    private final Sender sender;
    private final ConsumerFactory<?, ?> consumers;
    private final KafkaAdmin admin;
    private final RecordMessageConverter converter;

    FeedReaderTests(
            Sender sender, ConsumerFactory<?, ?> consumers, KafkaAdmin admin, RecordMessageConverter converter) {
        this.sender = sender;
        this.consumers = consumers;
        this.admin = admin;
        this.converter = converter;
    }

    @AfterEach
    void stop() {
        readers.forEach(FeedReader::stop);
    }

    @Test
    void everyReplicaHearsEachEventOnceFromItsStartOn() {
        sender.send(tenant, low());
        var heard = new Heard();
        var another = new Heard();
        var reader = follow(heard);
        follow(another);
        var low = low();
        sender.send(tenant, low);
        sender.send(tenant, low);
        var last = sameProduct(low);
        sender.send(tenant, last);

        await().until(() -> heard.ids.contains(last.eventId()) && another.ids.contains(last.eventId()));
        assertThat(heard.ids).containsExactly(low.eventId(), last.eventId());
        assertThat(another.ids).isEqualTo(heard.ids);
        reader.stop();
        assertThat(reader.isRunning()).isFalse();
    }

    @Test
    void beginsWithWhatItsGroupHasNotStoredYet() throws Exception {
        sender.send(tenant, low());
        var heard = new Heard();
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
        sender.send(tenant, notYet);

        follow(heard);

        assertThat(heard.ids).containsExactly(notYet.eventId());
    }

    @Test
    void hearsAllThatThereIsWhenItAsksForTheWhole() {
        var first = low();
        var second = sameProduct(first);
        sender.send(tenant, first);
        sender.send(tenant, second);
        var heard = new Heard();
        heard.whole = true;

        var reader = reader(SOON, consumers, heard);
        reader.start();

        assertThat(reader.isFollowing(StockEvent.TOPIC)).isTrue(); // the start has waited for it
        assertThat(heard.ids).containsExactly(first.eventId(), second.eventId());
        assertThat(heard.caughtUpAfter).containsExactly(2);
        var third = sameProduct(first);
        sender.send(tenant, third);
        await().until(() -> heard.ids.contains(third.eventId()));
        assertThat(heard.ids).hasSize(3);
        assertThat(heard.caughtUpAfter).hasSize(1);
    }

    @Test
    void hearsAllAgainAfterARestart() {
        var low = low();
        sender.send(tenant, low);
        for (var start = 0; start < 2; start++) {
            var heard = new Heard();
            heard.whole = true;
            follow(heard).stop();
            assertThat(heard.ids).containsExactly(low.eventId());
        }
    }

    @Test
    void feedsOfOneTopicBeginEachWhereItWants() {
        var before = low();
        sender.send(tenant, before);
        var whole = new Heard();
        whole.whole = true;
        var fromNowOn = new Heard();
        follow(whole, fromNowOn);
        var after = sameProduct(before);
        sender.send(tenant, after);
        await().until(() -> fromNowOn.ids.contains(after.eventId()) && whole.ids.contains(after.eventId()));
        assertThat(fromNowOn.ids).containsExactly(after.eventId());
        assertThat(whole.ids).containsExactly(before.eventId(), after.eventId());
    }

    @Test
    void aTopicThatIsNotThereYetHoldsUpNoOther() throws Exception {
        var late = new Heard();
        late.topic = "test.late-" + UUID.randomUUID();
        late.whole = true;
        var heard = new Heard();
        var reader = reader(Duration.ofMillis(100), consumers, late, heard);
        reader.start();
        await().atMost(SOON).until(() -> reader.isFollowing(StockEvent.TOPIC));
        var low = low();
        sender.send(tenant, low);
        await().until(() -> heard.ids.contains(low.eventId()));
        assertThat(reader.isFollowing()).isFalse();
        assertThat(late.caughtUpAfter).isEmpty();
        try (var client = Admin.create(admin.getConfigurationProperties())) {
            client.createTopics(List.of(new NewTopic(late.topic, Optional.of(2), Optional.empty())))
                    .all()
                    .get();
        }
        await().atMost(SOON).until(reader::isFollowing);
        var next = low();
        sender.send(late.topic, tenant, next);
        await().until(() -> late.ids.contains(next.eventId()));
        assertThat(heard.ids).containsExactly(low.eventId());
    }

    @Test
    void startsWithoutKafka() {
        var settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.put("bootstrap.servers", "127.0.0.1:1");
        var heard = new Heard();
        heard.whole = true;
        var reader = reader(Duration.ofMillis(100), new DefaultKafkaConsumerFactory<>(settings), heard);
        reader.start();
        assertThat(reader.isRunning()).isTrue();
        assertThat(reader.isFollowing()).isFalse();
    }

    @Test
    void goesOnAfterWhatItCanNotRead() {
        var heard = new Heard();
        follow(heard);
        var low = low();
        sender.sendRaw(StockEvent.TOPIC, low.key(), "{}", Map.of("ce_type", "StockLow"));
        sender.sendRaw(
                StockEvent.TOPIC,
                low.key(),
                "{}",
                Map.of("ce_type", "StockLow", "ce_tenantid", UUID.randomUUID().toString()));
        sender.sendRaw(StockEvent.TOPIC, low.key(), "nonsense", Map.of("ce_type", "InventedLater"));
        sender.sendRaw(
                StockEvent.TOPIC, low.key(), "{}", Map.of("ce_type", "StockMoved", "ce_tenantid", tenant.toString()));
        heard.failsOn = Optional.of(low.eventId());
        sender.send(tenant, low);
        var next = sameProduct(low);
        sender.send(tenant, next);
        await().until(() -> heard.ids.contains(next.eventId()));
        assertThat(heard.ids).containsExactly(next.eventId());
    }

    private FeedReader follow(Feed<?>... feeds) {
        var started = reader(SOON, consumers, feeds);
        started.start();
        await().atMost(SOON).until(started::isFollowing);
        return started;
    }

    private FeedReader reader(Duration patience, ConsumerFactory<?, ?> from, Feed<?>... feeds) {
        var followers = new Followers(
                List.of(feeds), new FeedStart(admin.getConfigurationProperties()), new FeedEvents(converter));
        var reader = new FeedReader(followers, from, patience);
        readers.add(reader);
        return reader;
    }

    private static StockLow low() {
        return sameProduct(UUID.randomUUID());
    }

    private static StockLow sameProduct(StockLow low) {
        return sameProduct(low.productId());
    }

    private static StockLow sameProduct(UUID product) {
        return new StockLow(
                Ids.next(), Instant.now(), product, "PRD-042", new BigDecimal("9.500"), new BigDecimal("10.000"));
    }

    private final class Heard implements Feed<StockLow> {

        private final List<UUID> ids = new CopyOnWriteArrayList<>();
        private final List<Integer> caughtUpAfter = new CopyOnWriteArrayList<>();
        private volatile Optional<UUID> failsOn = Optional.empty();
        private String topic = StockEvent.TOPIC;
        private Optional<String> group = Optional.empty();
        private boolean whole;

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public Class<StockLow> type() {
            return StockLow.class;
        }

        @Override
        public Optional<String> storedBy() {
            return group;
        }

        @Override
        public boolean isWhole() {
            return whole;
        }

        @Override
        public void caughtUp() {
            caughtUpAfter.add(ids.size());
        }

        @Override
        public void pass(UUID from, StockLow event) {
            if (failsOn.equals(Optional.of(event.eventId()))) {
                throw new IllegalStateException("a feed that fails");
            }
            if (from.equals(tenant)) {
                ids.add(event.eventId());
            }
        }
    }
}
