package com.promode.aurora.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The time that a service of the measured system has computed. */
record Cpu(long pid) {

    // of the words after the name in parentheses
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final long TICK_MILLIS = 10;

    /** Of the system whose files lie below that folder: others may run beside it. */
    static Cpu of(Path root, String service) {
        var folder = root.toAbsolutePath().normalize() + "/";
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder) && line.contains("-jar") && line.contains(service))
                        .isPresent())
                .map(process -> new Cpu(process.pid()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        service + " does not run: begin with AURORA_RATE_LIMIT=off ./aurora up"));
    }

    Duration used() {
        try {
            var stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
            var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Duration.ofMillis((Long.parseLong(words[USER]) + Long.parseLong(words[SYSTEM])) * TICK_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
