package com.promode.aurora.localstack.component;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A component and its process.
 *
 * @param log what it prints
 */
public record Running(Component component, ProcessHandle handle, Path log) implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final long STEP_MILLIS = 50;

    /** Starts a component for the use of this JVM, waits until it is ready and lets it die with the JVM. */
    public static Running start(Component component, Path log) {
        component.prepare();
        var running = spawn(component, log, Lifetime.PARENT);
        if (!Lifetime.PARENT.isEnforced()) {
            // else it is left to the kernel: what of this JVM still uses the component may end in good order first
            Runtime.getRuntime().addShutdownHook(new Thread(running::kill));
        }
        try {
            running.awaitReady();
            return running;
        } catch (RuntimeException e) {
            running.kill();
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
            return new Running(component, Forks.start(builder).toHandle(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + component.name(), e);
        }
    }

    /**
     * Returns once the component answers.
     *
     * @throws ComponentFailedException when it ends or its time is over
     */
    public void awaitReady() {
        var deadline = System.nanoTime() + component.patience().toNanos();
        while (!component.ready()) {
            if (!handle.isAlive()) {
                throw new ComponentFailedException(component, "has ended", log);
            }
            if (System.nanoTime() > deadline) {
                var seconds = component.patience().toSeconds();
                throw new ComponentFailedException(component, "is not ready after " + seconds + " s", log);
            }
            pause();
        }
        // somebody else may answer in its place
        if (!handle.isAlive()) {
            throw new ComponentFailedException(component, "has ended", log);
        }
    }

    private void pause() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + component.name(), e);
        }
    }

    /** Ends it and all that it has started, at once. */
    public void kill() {
        handle.descendants().forEach(ProcessHandle::destroyForcibly);
        handle.destroyForcibly();
    }

    /** Asks the process to end, and ends it when it does not. */
    @Override
    public void close() {
        Signals.stop(handle, component.stopSignal(), GRACE);
    }
}
