package com.promode.aurora.starter.shelf;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Where requests and tests meet, so that what happens at once does so every time. */
@Component
public class Gate {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final CyclicBarrier pair = new CyclicBarrier(2);
    private final AtomicInteger visits = new AtomicInteger();

    /** Lets the slow request finish. */
    public void open() {
        open.countDown();
    }

    /** Returns when the slow request holds its transaction. */
    public void awaitBegun() {
        await(begun);
    }

    /** How often requests came here in pairs. */
    public int visits() {
        return visits.get();
    }

    void hold() {
        begun.countDown();
        await(open);
    }

    /** The first two wait for each other, later ones pass. */
    void meet() {
        if (visits.incrementAndGet() <= 2) {
            try {
                pair.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
