package com.promode.aurora.localstack.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of the local Maven repository that this module was built with: the servers are among them. */
public final class BuiltWith {

    private static final List<Path> FILES = read();

    private BuiltWith() {}

    /** The file whose name starts so, e.g. {@code keycloak-quarkus-dist-}. */
    public static Path file(String prefix) {
        return FILES.stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("local-stack was built without " + prefix));
    }

    /** This module and its libraries, as a class path for {@code java}. */
    public static String classPath() {
        var libraries = FILES.stream()
                .filter(file -> file.toString().endsWith(".jar") || Files.isDirectory(file))
                // carries its own logging, runs alone
                .filter(file -> !file.getFileName().toString().startsWith("greenmail-standalone"));
        return Stream.concat(Stream.of(ownClasses()), libraries)
                .map(Path::toString)
                .collect(joining(File.pathSeparator));
    }

    private static Path ownClasses() {
        return Path.of(URI.create(BuiltWith.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    private static List<Path> read() {
        try (var list = Objects.requireNonNull(BuiltWith.class.getResourceAsStream("/runtime.classpath"))) {
            var text = new String(list.readAllBytes(), UTF_8).strip();
            return Stream.of(text.split(File.pathSeparator)).map(Path::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
