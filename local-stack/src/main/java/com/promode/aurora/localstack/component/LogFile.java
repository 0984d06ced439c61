package com.promode.aurora.localstack.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file that holds what a component printed. */
public final class LogFile {

    private static final int ENOUGH = 64 * 1024;

    private LogFile() {}

    /** The last lines; empty when there is no such file. */
    public static List<String> tail(Path log, int lines) {
        if (!Files.isRegularFile(log)) {
            return List.of();
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var size = (int) Math.min(file.length(), ENOUGH);
            file.seek(file.length() - size);
            var end = new byte[size];
            file.readFully(end);
            var all = new String(end, UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves what the last run printed aside, so that the file tells of one run only. */
    static void rotate(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log)) {
            Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
