package com.promode.aurora.localstack.stack;

import com.promode.aurora.localstack.component.Signals;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Ends processes of the system, those that others need last. */
public final class Stopper {

    private static final Duration GRACE = Duration.ofSeconds(25);
    private static final String DATABASE = "postgresql";

    private static final List<Predicate<String>> WAVES = List.of(
            name -> name.endsWith("-service"),
            name -> !name.endsWith("-service") && !name.equals(DATABASE),
            DATABASE::equals);

    private final Processes processes;

    public Stopper(Processes processes) {
        this.processes = processes;
    }

    /** Returns when none of them is left. */
    public void stop(Collection<String> names) {
        for (var wave : WAVES) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                names.stream().filter(wave).forEach(name -> threads.execute(() -> stop(name)));
            }
        }
    }

    private void stop(String name) {
        var signal = name.equals(DATABASE) ? "INT" : "TERM";
        processes.find(name).ifPresent(process -> Signals.stop(process, signal, GRACE));
        processes.forget(name);
    }
}
