package com.promode.aurora.inventory.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTests {

    private static final String FIRST = "first";

    private final List<List<String>> groups = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Lane<String, String> lane = new Lane<>(this::work);

    @AfterEach
    void nobodyWaitsForEver() {
        goOn.countDown();
    }

    @Test
    void whatComesMeanwhileIsCarriedOutTogether() {
        var first = first();
        var others = callers(5);
        goOn.countDown();

        assertThat(first.join()).isEqualTo("first is done");
        assertThat(others)
                .extracting(CompletableFuture::join)
                .containsExactly("0 is done", "1 is done", "2 is done", "3 is done", "4 is done");
        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst()).containsExactly(FIRST);
        assertThat(groups.getLast()).containsExactlyInAnyOrder("0", "1", "2", "3", "4");
    }

    @Test
    void whoComesAloneDoesNotWait() {
        goOn.countDown();

        assertThat(lane.run("one")).isEqualTo("one is done");
        assertThat(lane.run("another")).isEqualTo("another is done");
        assertThat(groups).containsExactly(List.of("one"), List.of("another"));
    }

    @Test
    void aFailureIsThatOfItsGroupAlone() {
        var first = first();
        var others = List.of(caller("good"), caller("bad"));
        goOn.countDown();

        assertThat(first.join()).isEqualTo("first is done");
        assertThat(others).allSatisfy(other -> assertThatThrownBy(other::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("bad"));
        assertThat(lane.run("next")).isEqualTo("next is done");
    }

    @Test
    void aGroupIsBounded() {
        var first = first();
        var others = callers(250);
        goOn.countDown();

        first.join();
        others.forEach(CompletableFuture::join);
        assertThat(groups).extracting(List::size).containsExactly(1, 100, 100, 50);
    }

    private List<String> work(List<String> commands) {
        groups.add(List.copyOf(commands));
        if (commands.contains(FIRST)) {
            begun.countDown();
            awaitGoOn();
        }
        if (commands.contains("bad")) {
            throw new IllegalStateException("bad");
        }
        return commands.stream().map(command -> command + " is done").toList();
    }

    private void awaitGoOn() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody who is at work in the lane. */
    private CompletableFuture<String> first() {
        var result = new CompletableFuture<String>();
        Thread.ofPlatform().start(() -> result.complete(lane.run(FIRST)));
        await().until(() -> begun.getCount() == 0);
        return result;
    }

    private List<CompletableFuture<String>> callers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> caller(Integer.toString(number)))
                .toList();
    }

    /** Somebody who waits in the lane. */
    private CompletableFuture<String> caller(String command) {
        var result = new CompletableFuture<String>();
        var thread = Thread.ofPlatform().start(() -> {
            try {
                result.complete(lane.run(command));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        await().until(() -> thread.getState() == Thread.State.WAITING);
        return result;
    }
}
