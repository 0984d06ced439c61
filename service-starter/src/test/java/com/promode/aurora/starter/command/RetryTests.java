package com.promode.aurora.starter.command;

import static com.promode.aurora.starter.shelf.Bodies.name;
import static com.promode.aurora.starter.shelf.Bodies.shelf;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.Gate;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ShelfTest
class RetryTests {

    private final Client client;
    private final Gate gate;

    RetryTests(Client client, Gate gate) {
        this.client = client;
        this.gate = gate;
    }

    @Test
    void whoeverLosesADeadlockTriesAgain() {
        var one = client.post("/api/shelves", shelf(name())).id();
        var two = client.post("/api/shelves", shelf(name())).id();
        var swap = "{\"first\":\"%s\",\"second\":\"%s\"}";
        var there = CompletableFuture.supplyAsync(() -> client.post("/api/trouble/swaps", swap.formatted(one, two)));
        var back = CompletableFuture.supplyAsync(
                () -> client.header("Idempotency-Key", name()).post("/api/trouble/swaps", swap.formatted(two, one)));
        there.join().expect(200);
        back.join().expect(200);
        assertThat(gate.visits()).as("one of them was tried again").isGreaterThan(2);
    }

    @Test
    void changesAtTheSameTimeFollowEachOther() {
        var path = client.post("/api/shelves", shelf(name())).header("Location");
        IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> client.put(path, shelf(name()))))
                .toList()
                .forEach(change -> change.join().expect(200));
        assertThat(client.get(path).header("ETag")).isEqualTo("\"4\"");
    }
}
