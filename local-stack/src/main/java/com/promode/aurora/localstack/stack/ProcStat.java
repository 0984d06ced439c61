package com.promode.aurora.localstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What Linux tells of a process. */
public final class ProcStat {

    private static final Path PROC = Path.of("/proc");

    // of the words after the name in parentheses, which may hold blanks
    private static final int STATE = 0;
    private static final int START = 19;

    private ProcStat() {}

    /** The boot and the clock tick in which it began: no two processes of one number share them. Empty when it has ended. */
    public static Optional<String> birth(long pid) {
        try {
            var stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
            var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var boot =
                    Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
            return words[STATE].equals("Z") ? Optional.empty() : Optional.of(boot + "/" + words[START]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Bytes of memory that it and its children use, pages shared with others in proportion. */
    public static long memory(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> proportionalSize(each.pid()))
                .sum();
    }

    private static long proportionalSize(long pid) {
        try (var lines = Files.lines(PROC.resolve(Long.toString(pid)).resolve("smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
