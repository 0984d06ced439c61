package com.promode.aurora.localstack.component;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** A component's process, from its start to its end. */
public final class Running implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration STEP = Duration.ofMillis(50);

    private final Component component;
    private final Process process;
    private final Path log;

    private Running(Component component, Process process, Path log) {
        this.component = component;
        this.process = process;
        this.log = log;
    }

    /** Starts a component for the use of this JVM, waits until it is ready and lets it die with the JVM. */
    public static Running start(Component component, Path log) {
        component.prepare();
        var running = spawn(component, log, Lifetime.PARENT);
        if (!Lifetime.PARENT.isEnforced()) {
            // else it is left to the kernel: what of this JVM still uses the component may end in good order first
            Runtime.getRuntime().addShutdownHook(new Thread(running.process::destroyForcibly));
        }
        try {
            running.awaitReady();
            component.complete();
            return running;
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    /** Only starts the process. */
    public static Running spawn(Component component, Path log, Lifetime lifetime) {
        try {
            LogFile.rotate(log);
            var builder = new ProcessBuilder(lifetime.apply(component.command()))
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(log.toFile());
            builder.environment().putAll(component.environment());
            return new Running(component, Forks.start(builder), log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + component.name(), e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Returns once the component answers.
     *
     * @throws ComponentFailedException when it ends or its time is over
     */
    public void awaitReady() {
        var deadline = System.nanoTime() + component.patience().toNanos();
        while (!component.ready()) {
            if (!process.isAlive()) {
                throw new ComponentFailedException(component, "ended with " + process.exitValue(), log);
            }
            if (System.nanoTime() > deadline) {
                var seconds = component.patience().toSeconds();
                throw new ComponentFailedException(component, "is not ready after " + seconds + " s", log);
            }
            pause();
        }
    }

    private void pause() {
        try {
            process.waitFor(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + component.name(), e);
        }
    }

    /** Asks the process to end, and ends it when it does not. */
    @Override
    public void close() {
        Signals.stop(process.toHandle(), component.stopSignal(), GRACE);
    }
}
