package com.promode.aurora.starter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.starter.event.RelayProcess.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.transaction.PlatformTransactionManager;

/** What must hold of relays whatever happens to them; two of them compete, as processes without Spring. */
class RelayTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<ChildProcess> relays = new ArrayList<>();
    private Schema schema;
    private TopicLog log;

    @BeforeEach
    void begin() throws Exception {
        schema = new Schema();
        log = new TopicLog(schema.topic);
    }

    @AfterEach
    void end() {
        relays.forEach(ChildProcess::close);
        log.close();
        schema.close();
    }

    @FaultTest
    void sendsEachEventOnceThoughTwoCompete() {
        var counters = new Counters(schema, 10);
        counters.change(100);
        start(Fault.NONE, Fault.NONE);
        counters.change(300);
        log.awaitInOrder(counters.values(), SOON);
        awaitEmpty();
        assertThat(log.read()).hasSize(400);
        owner().close();
        counters.change(100);
        log.awaitInOrder(counters.values(), SOON);
        awaitEmpty();
        assertThat(log.read()).hasSize(500);
        assertThat(schema.count("outbox_sent")).isEqualTo(500);
    }

    @FaultTest
    void sendsNothingThatWasRolledBack() {
        start(Fault.NONE, Fault.NONE);
        schema.transaction.executeWithoutResult(transaction -> {
            schema.append("rolled-back", 1);
            transaction.setRollbackOnly();
        });
        schema.append("committed", 1);
        log.awaitInOrder(Map.of("committed", 1L), SOON);
        awaitEmpty();
        assertThat(schema.count("outbox_sent")).isEqualTo(1);
    }

    @FaultTest
    void losesNothingWhenKilledBetweenCommitAndSend() throws Exception {
        var counters = new Counters(schema, 10);
        counters.change(50);
        assertThat(start(Fault.BEFORE_SEND).await()).isEqualTo(RelayProcess.HALTED);
        assertThat(schema.waiting()).isEqualTo(50);
        assertThat(log.read()).isEmpty();
        start(Fault.NONE, Fault.NONE);
        log.awaitInOrder(counters.values(), SOON);
        awaitEmpty();
        assertThat(log.read()).hasSize(50);
    }

    @FaultTest
    void sendsAgainWhenKilledBetweenAckAndDelete() throws Exception {
        var counters = new Counters(schema, 10);
        counters.change(50);
        assertThat(start(Fault.AFTER_ACK).await()).isEqualTo(RelayProcess.HALTED);
        assertThat(schema.waiting()).isEqualTo(50);
        assertThat(log.read()).hasSize(1);
        start(Fault.NONE, Fault.NONE);
        log.awaitInOrder(counters.values(), SOON);
        awaitEmpty();
        assertThat(log.read()).hasSize(51);
    }

    @FaultTest
    void keepsTheOrderOfHotKeys() {
        var counters = new Counters(schema, 100);
        counters.change(1000);
        start(Fault.FLAKY, Fault.FLAKY);
        var writers = IntStream.range(0, 3)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> counters.change(700)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(writers).join();
        log.awaitInOrder(counters.values(), Duration.ofSeconds(60));
        awaitEmpty();
        assertThat(log.read()).hasSize(3100);
    }

    @FaultTest
    void holdsTheKeyThatKafkaRefusesAndNoOther() {
        schema.append("refused", "\"%s\"".formatted("x".repeat(2_000_000)));
        schema.append("refused", "2");
        var counters = new Counters(schema, 10);
        counters.change(50);
        start(Fault.NONE, Fault.NONE);
        counters.change(50);
        log.awaitInOrder(counters.values(), SOON);
        await("all but the refused").atMost(SOON).until(() -> schema.waiting() == 2);
    }

    @FaultTest
    void sendsALowNumberThatIsCommittedLate() {
        start(Fault.NONE, Fault.NONE);
        var longTransaction = transactionManager().getTransaction(null);
        schema.append("late", 1);
        CompletableFuture.runAsync(() -> schema.append("early", 1)).join();
        log.awaitInOrder(Map.of("early", 1L), SOON);
        transactionManager().commit(longTransaction);
        log.awaitInOrder(Map.of("early", 1L, "late", 1L), SOON);
        awaitEmpty();
    }

    @FaultTest
    void takesOverFromAFrozenOwnerWhoseWakingChangesNothing() throws Exception {
        start(Fault.NONE, Fault.NONE);
        var frozen = owner();
        schema.transaction.executeWithoutResult(
                ignored -> IntStream.rangeClosed(1, 1000).forEach(number -> schema.append("hot", number)));
        await("the first of a block").atMost(SOON).until(() -> !log.read().isEmpty());
        frozen.freeze();
        var frozenAt = System.nanoTime();
        assertThat(schema.waiting()).isEqualTo(1000);
        await("takeover").atMost(SOON).until(() -> owner() != frozen);
        assertThat(Duration.ofNanos(System.nanoTime() - frozenAt)).isLessThan(Duration.ofSeconds(15));
        log.awaitInOrder(Map.of("hot", 1000L), SOON);
        awaitEmpty();

        var arrived = log.read().size();
        frozen.wake();
        await("standing by again").atMost(SOON).until(() -> connections(frozen) == 1);
        assertThat(owner()).isNotSameAs(frozen);
        assertThat(schema.count("outbox_sent")).isEqualTo(1000);
        // Kafka's producer has no lease: what it was about to send when it froze may come, a copy with a known id
        assertThat(log.read().size()).isBetween(arrived, arrived + 1);
        log.awaitInOrder(Map.of("hot", 1000L), SOON);
    }

    @FaultTest
    void losesNothingWhileTheBrokerIsDown() {
        var counters = new Counters(schema, 100);
        start(Fault.NONE, Fault.NONE);
        counters.change(100);
        log.awaitInOrder(counters.values(), SOON);
        Servers.killBroker();
        var slowest = new AtomicLong();
        var over = new AtomicBoolean();
        var load = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                slowest.accumulateAndGet(counters.change(), Math::max);
            }
        });
        var outage = Duration.ofSeconds(FaultTest.REPETITIONS > 1 ? 60 : 10);
        var since = System.nanoTime();
        await("outage").atMost(outage.plusSeconds(5)).until(() -> System.nanoTime() - since > outage.toNanos());
        var waiting = schema.waiting();
        Servers.startBroker();
        over.set(true);
        load.join();
        assertThat(waiting).isGreaterThan(1000);
        assertThat(slowest.get()).as("slowest write in milliseconds").isLessThan(1000);
        log.awaitInOrder(counters.values(), Duration.ofSeconds(120));
        awaitEmpty();
    }

    private ChildProcess start(Fault fault) {
        var relay = RelayProcess.start(schema, fault);
        relays.add(relay);
        return relay;
    }

    private void start(Fault first, Fault second) {
        start(first);
        start(second);
        await("two relays")
                .atMost(SOON)
                .until(() ->
                        relays.stream().filter(relay -> connections(relay) == 1).count() == 2);
    }

    /** The relay that holds the lock; waits for one to have it. */
    private ChildProcess owner() {
        return await("an owner")
                .atMost(SOON)
                .until(() -> relays.stream().filter(this::holdsLock).toList(), owners -> owners.size() == 1)
                .getFirst();
    }

    private boolean holdsLock(ChildProcess relay) {
        return sessions(
                        relay,
                        "AND EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = session.pid)")
                == 1;
    }

    private long connections(ChildProcess relay) {
        return sessions(relay, "");
    }

    private long sessions(ChildProcess relay, String condition) {
        return Schema.number(
                schema.owner,
                "SELECT count(*) FROM pg_stat_activity session WHERE application_name = ? " + condition,
                "relay-" + relay.pid());
    }

    private void awaitEmpty() {
        await("an empty outbox").atMost(SOON).until(() -> schema.waiting() == 0);
    }

    private PlatformTransactionManager transactionManager() {
        return Objects.requireNonNull(schema.transaction.getTransactionManager());
    }
}
