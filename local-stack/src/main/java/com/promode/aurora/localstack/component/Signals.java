package com.promode.aurora.localstack.component;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes. */
public final class Signals {

    private static final Duration KILLED = Duration.ofSeconds(10);

    private Signals() {}

    /** Sends the signal and waits; who is still there after the grace is killed. */
    public static void stop(ProcessHandle process, String signal, Duration grace) {
        if (signal.equals("TERM")) {
            process.destroy();
        } else {
            send(process, signal);
        }
        if (!ended(process, grace)) {
            process.destroyForcibly();
            ended(process, KILLED);
        }
    }

    private static void send(ProcessHandle process, String signal) {
        try {
            var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            ended(kill.toHandle(), KILLED);
        } catch (IOException e) {
            process.destroy();
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
