package com.promode.aurora.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which processes belong to the system: a file for each, with what tells it from a later process of the same number. */
public final class Processes {

    private static final String SUFFIX = ".pid";

    private final Path folder;

    public Processes(Path folder) {
        this.folder = folder;
    }

    /** Remembers it. */
    public void record(String name, ProcessHandle process) {
        try {
            Files.createDirectories(folder);
            var unfinished = folder.resolve(name + ".new");
            Files.writeString(
                    unfinished,
                    process.pid() + " " + ProcStat.birth(process.pid()).orElse("ended"));
            Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of that name when it lives; never another that has been given its number since. */
    public Optional<ProcessHandle> find(String name) {
        try {
            if (!Files.exists(file(name))) {
                return Optional.empty();
            }
            var words = Files.readString(file(name)).strip().split(" ", 2);
            var pid = Long.parseLong(words[0]);
            return ProcStat.birth(pid)
                    .filter(words[1]::equals)
                    .flatMap(birth -> ProcessHandle.of(pid))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean anyLives() {
        return names().stream().anyMatch(name -> find(name).isPresent());
    }

    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that were recorded and not forgotten, alive or not. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
