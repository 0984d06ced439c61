package com.promode.aurora.localstack.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifetimeTests {

    @Test
    void aServerOfATestDiesWithTheJvmThatIsKilled(@TempDir Path folder) throws Exception {
        var parent = parent(folder, Lifetime.PARENT);
        var server = server(parent);
        assertThat(server.isAlive()).isTrue();

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(() -> !server.isAlive());
    }

    @Test
    void aServerOfTheStackOutlivesTheLauncher(@TempDir Path folder) throws Exception {
        var parent = parent(folder, Lifetime.DETACHED);
        var server = server(parent);
        try {
            parent.destroyForcibly().waitFor();

            assertThat(server.isAlive()).isTrue();
        } finally {
            Signals.stop(server, "INT", Duration.ofSeconds(10));
        }
        assertThat(server.isAlive()).isFalse();
    }

    /** A JVM that starts PostgreSQL and prints its process id. */
    public static final class Parent {

        public static void main(String[] arguments) throws InterruptedException {
            var folder = Path.of(arguments[0]);
            var postgres = new PostgresServer(
                    folder.resolve("data"), Ports.free(), "postgres", PostgresServer.Durability.THROWN_AWAY);
            postgres.prepare();
            var running = Running.spawn(postgres, folder.resolve("log"), Lifetime.valueOf(arguments[1]));
            running.awaitReady();
            System.out.println(running.handle().pid());
            Thread.currentThread().join();
        }
    }

    private static Process parent(Path folder, Lifetime lifetime) throws Exception {
        return new ProcessBuilder(List.of(
                        Commands.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString(),
                        lifetime.name()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle server(Process parent) throws Exception {
        var output = new BufferedReader(new InputStreamReader(parent.getInputStream()));
        return ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    }
}
