package com.promode.aurora.localstack.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs other programs to their end. */
public final class Commands {

    private Commands() {}

    /** The java of this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Java for a program that has little to do. */
    public static List<String> smallJava(String... arguments) {
        var small = Stream.of(
                java(), "-Xmx32m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1");
        return Stream.concat(small, Stream.of(arguments)).toList();
    }

    /** PostgreSQL refuses root: in a user namespace of its own it is nobody, and the files stay root's. */
    static List<String> asOrdinaryUser(List<String> command) {
        return "root".equals(System.getProperty("user.name"))
                ? Stream.concat(Stream.of("unshare", "--user"), command.stream())
                        .toList()
                : command;
    }

    public static void run(String what, List<String> command) {
        run(what, command, Map.of());
    }

    /** Waits for the end of the program; one that fails is told with what it printed. */
    public static void run(String what, List<String> command, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(Lifetime.PARENT.apply(command)).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = Forks.start(builder);
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            var exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException("%s ended with %d:%n%s".formatted(what, exit, output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what + " was interrupted", e);
        }
    }
}
