package com.promode.aurora.e2e;

import static com.promode.aurora.e2e.Warehouse.MOVEMENTS;
import static com.promode.aurora.e2e.Warehouse.outbound;
import static com.promode.aurora.e2e.Warehouse.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How soon others hear of a movement, at 200 movements a second that come ten by ten. */
@Tag("benchmark")
@EndToEndTest
class DelayBenchmarkTests {

    private static final int REQUESTS_PER_SECOND = Integer.getInteger("requests", 20);
    private static final int PER_REQUEST = 10;
    private static final int SECONDS = 60;
    private static final Duration WARM_UP = Duration.ofMinutes(3);
    private static final int WARM_UP_CLIENTS = 8;
    private static final int PRODUCTS = 100;
    private static final int GROUPS = PRODUCTS / PER_REQUEST;
    private static final int REORDER_POINT = 5;

    private final LocalSystem system;
    private final Client manager;
    private final UUID location;
    private final List<UUID> products;
    private final Map<UUID, UUID> lots = new HashMap<>();

    /** When each alert was due, by product and in its order. */
    private final Map<String, Queue<Instant>> answered = new ConcurrentHashMap<>();

    DelayBenchmarkTests(LocalSystem system) {
        this.system = system;
        this.manager = system.as("warehouse@aurora.local");
        var warehouse = new Warehouse(manager);
        this.location = warehouse.location();
        var category = warehouse.category();
        this.products = Stream.generate(() -> warehouse.product(category, REORDER_POINT))
                .limit(PRODUCTS)
                .toList();
        var stock = Integer.toString(REORDER_POINT + 1);
        products.forEach(
                product -> lots.put(product, warehouse.receive(location, product, stock, "2", today().plusDays(5))));
    }

    @Test
    void movementsAreHeardOfSoon() throws InterruptedException {
        warmUp();
        answered.clear();
        var answers = new Delays("201 to WebSocket");
        var records = new Delays("recordedAt to WebSocket");
        var consumed = new Delays("recordedAt to Kafka consumer");
        try (var socket = Socket.open(manager, "/ws/inventory/alerts");
                var feed = StockFeed.open(system.kafka(), consumed)) {
            var sent = moveAtRate();

            await().until(() -> consumed.count() >= sent);
            await().until(() -> socket.heard().size() >= sent / 2);
            assertThat(feed).isNotNull();
            for (var heard : socket.heard()) {
                records.add(heard.occurredAt(), heard.at());
                answers.add(
                        Objects.requireNonNull(answered.get(heard.productId())).remove(), heard.at());
            }
            assertThat(consumed.count()).isEqualTo(sent);
            assertThat(answers.count()).isEqualTo(sent / 2);
        }
        Stream.of(answers, records, consumed).forEach(System.out::println);
    }

    /** As fast as cold machines answer: at a rate of ours they would only fall behind. */
    private void warmUp() {
        var end = Instant.now().plus(WARM_UP);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = IntStream.range(0, WARM_UP_CLIENTS)
                    .mapToObj(first -> CompletableFuture.runAsync(() -> moveUntil(end, first), clients))
                    .toList();
            working.forEach(CompletableFuture::join);
        }
    }

    private void moveUntil(Instant end, int first) {
        for (var turn = first; Instant.now().isBefore(end); turn += WARM_UP_CLIENTS) {
            move(turn, true).join();
            move(turn, false).join();
        }
    }

    /** Each product becomes low and is filled up again, in turns; gives the number of movements. */
    private int moveAtRate() throws InterruptedException {
        var all = REQUESTS_PER_SECOND * SECONDS;
        var next = new AtomicInteger();
        var answers = new ConcurrentLinkedQueue<CompletableFuture<?>>();
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var ticks = clock.scheduleAtFixedRate(
                    () -> {
                        var number = next.getAndIncrement();
                        if (number < all) {
                            answers.add(move(number, number / GROUPS % 2 == 0));
                        } else {
                            clock.shutdown();
                        }
                    },
                    0,
                    TimeUnit.SECONDS.toNanos(1) / REQUESTS_PER_SECOND,
                    TimeUnit.NANOSECONDS);
            assertThat(clock.awaitTermination(2L * SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(ticks.isDone()).isTrue();
        }
        new ArrayList<>(answers).forEach(CompletableFuture::join);
        return all * PER_REQUEST;
    }

    /** One request for a group of products, the groups in turns. */
    private CompletableFuture<?> move(int turn, boolean out) {
        var first = turn % GROUPS * PER_REQUEST;
        var group = products.subList(first, first + PER_REQUEST);
        var commands = group.stream().map(product -> command(product, out)).toList();
        return manager.postLater(MOVEMENTS, commands).thenAccept(answer -> {
            var now = Instant.now();
            answer.expect(201);
            if (out) {
                group.forEach(
                        product -> answered.computeIfAbsent(product.toString(), key -> new ConcurrentLinkedQueue<>())
                                .add(now));
            }
        });
    }

    private Map<String, Object> command(UUID product, boolean out) {
        var command = outbound(product, location, "1");
        if (!out) {
            command.remove("fromLocationId");
            command.putAll(Map.of("movementType", "adjustment", "toLocationId", location, "reason", "found again"));
            command.put("lotId", lots.get(product));
        }
        return command;
    }
}
