package com.promode.aurora.localstack.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Folders on disk. */
public final class Folders {

    private static final String PREFIX = "aurora-";
    private static final Pattern OWNER = Pattern.compile(PREFIX + "(\\d+)-.*");

    private Folders() {}

    /**
     * A new one for the use of this JVM. It is left behind, for servers in it outlive the JVM by a moment; whoever makes the
     * next one clears those of JVMs that have ended.
     */
    public static Path temporary(String name) {
        try {
            var base = Path.of(System.getProperty("java.io.tmpdir"));
            clear(base);
            return Files.createTempDirectory(
                    base, PREFIX + ProcessHandle.current().pid() + "-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path base) throws IOException {
        try (var folders = Files.newDirectoryStream(base, PREFIX + "*")) {
            for (var folder : folders) {
                var owner = OWNER.matcher(folder.getFileName().toString());
                if (owner.matches()
                        && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty()) {
                    deleteQuietly(folder);
                }
            }
        }
    }

    /** With all that is in it; links are not followed. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException | UncheckedIOException e) {
            // another JVM clears it at the same time, or a server in it is still dying: the next one tries again
        }
    }
}
