package com.promode.aurora.localstack.stack;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.promode.aurora.localstack.component.Lifetime;
import com.promode.aurora.localstack.component.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

/** Starts what does not run, in parallel as far as the order allows; if one fails, all that it has started ends. */
public final class Starter {

    // more at once only makes each of them late
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Home home;
    private final Processes processes;
    private final Progress progress;
    private final Lifetime lifetime;
    private final Stopper stopper;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final List<String> started = new ArrayList<>();
    private boolean aborted;

    public Starter(Home home, Processes processes, Progress progress) {
        this(home, processes, progress, Lifetime.DETACHED);
    }

    /** @param lifetime of what it starts */
    public Starter(Home home, Processes processes, Progress progress, Lifetime lifetime) {
        this.home = home;
        this.processes = processes;
        this.progress = progress;
        this.lifetime = lifetime;
        this.stopper = new Stopper(processes);
    }

    /** Returns when all are ready. */
    public void start(List<Part> parts) {
        var interruption = new Thread(() -> abort("been interrupted"));
        Runtime.getRuntime().addShutdownHook(interruption);
        Map<String, CompletableFuture<Void>> ready =
                parts.stream().collect(toMap(Part::name, part -> new CompletableFuture<>()));
        for (var part : parts) {
            Thread.ofVirtual().start(() -> bringUp(part, ready));
        }
        try {
            firstFailureOrAll(ready);
        } catch (CompletionException e) {
            abort("failed");
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        Runtime.getRuntime().removeShutdownHook(interruption);
    }

    private static void firstFailureOrAll(Map<String, CompletableFuture<Void>> ready) {
        var failed = new CompletableFuture<Void>();
        for (var each : ready.values()) {
            each.whenComplete((nothing, failure) -> {
                if (failure != null) {
                    failed.completeExceptionally(failure);
                }
            });
        }
        var all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new));
        CompletableFuture.anyOf(failed, all).join();
    }

    private void bringUp(Part part, Map<String, CompletableFuture<Void>> ready) {
        var own = of(ready, part.name());
        try {
            var running = processes.find(part.name());
            if (running.isPresent()) {
                progress.now(part.name(), "waiting for " + part.name());
                new Running(part.component(), running.get(), home.log(part.name())).awaitReady();
                part.completion().run();
                progress.line("  %-22s runs already%s".formatted(part.name(), reservation(part, running.get())));
            } else {
                progress.now(part.name(), "preparing " + part.name());
                timed(part, "prepared", part.component()::prepare);
                progress.now(part.name(), part.name() + " waits");
                part.after().forEach(name -> of(ready, name).join());
                inTurn(part);
            }
            progress.done(part.name());
            own.complete(null);
        } catch (RuntimeException e) {
            own.completeExceptionally(e);
        }
    }

    private static String reservation(Part part, ProcessHandle running) {
        var arguments = running.info().arguments().map(List::of).orElse(List.of());
        return part.component()
                .program()
                .filter(program -> !arguments.isEmpty() && !arguments.contains(program.toString()))
                .map(program -> ", as it was built before: ./aurora down, then up, for the new build")
                .orElse("");
    }

    private static CompletableFuture<Void> of(Map<String, CompletableFuture<Void>> ready, String name) {
        return requireNonNull(ready.get(name), name + " is not among the parts");
    }

    /** What the others wait for starts at once. */
    private void inTurn(Part part) {
        var waits = !part.after().isEmpty();
        if (waits) {
            turns.acquireUninterruptibly();
        }
        try {
            goOn();
            progress.now(part.name(), "first run of " + part.name());
            timed(part, "rehearsed", part.component()::rehearse);
            progress.now(part.name(), "starting " + part.name());
            var begin = System.nanoTime();
            spawn(part).awaitReady();
            part.completion().run();
            progress.line("  %-22s ready in %s".formatted(part.name(), since(begin)));
        } finally {
            if (waits) {
                turns.release();
            }
        }
    }

    /** Under the lock, so that abort() sees each process or prevents it. */
    private synchronized Running spawn(Part part) {
        goOn();
        var running = Running.spawn(part.component(), home.log(part.name()), lifetime);
        processes.record(part.name(), running.handle());
        started.add(part.name());
        return running;
    }

    private void timed(Part part, String what, Runnable work) {
        var begin = System.nanoTime();
        work.run();
        if (Duration.ofNanos(System.nanoTime() - begin).toSeconds() > 0) {
            progress.line("  %-22s %s in %s".formatted(part.name(), what, since(begin)));
        }
    }

    private static String since(long begin) {
        return "%.1f s".formatted((System.nanoTime() - begin) / 1e9);
    }

    private synchronized void goOn() {
        if (aborted) {
            throw new IllegalStateException("The start was given up");
        }
    }

    /** Once for a failure, or by the end of this JVM: Ctrl-C. */
    private synchronized void abort(String why) {
        if (!aborted) {
            aborted = true;
            progress.line("The start has %s; stopping what was started ...".formatted(why));
            stopper.stop(started);
        }
    }
}
