package com.promode.aurora.localstack.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Folders that are costly to make, made once per user and kept; safe when several processes ask at once. */
final class Cache {

    /** Fills an empty folder. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    private Cache() {}

    /** The folder of that name, filled; a half-filled one is never seen. */
    static synchronized Path folder(String name, Filling filling) {
        var folder = root().resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(root());
            try (var channel = FileChannel.open(
                            root().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(folder)) {
                    var unfinished = root().resolve(name + ".new");
                    Folders.delete(unfinished);
                    Files.createDirectories(unfinished);
                    filling.fill(unfinished);
                    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot fill " + folder, e);
        }
    }

    private static Path root() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("aurora")
                .toAbsolutePath();
    }
}
