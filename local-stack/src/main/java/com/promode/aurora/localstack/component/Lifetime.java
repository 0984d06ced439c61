package com.promode.aurora.localstack.component;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How long a process may live. */
public enum Lifetime {
    /** Dies with the JVM that started it, however that ends. */
    PARENT(List.of("setpriv", "--pdeathsig", "KILL")),
    /** Goes on when the JVM ends; a session of its own keeps the terminal's Ctrl-C from it. */
    DETACHED(List.of("setsid"));

    private final List<String> prefix;

    Lifetime(List<String> prefix) {
        this.prefix = prefix;
    }

    /** Whether this machine has the program that sees to it. */
    boolean isEnforced() {
        return installed(prefix.getFirst());
    }

    List<String> apply(List<String> command) {
        return isEnforced() ? Stream.concat(prefix.stream(), command.stream()).toList() : new ArrayList<>(command);
    }

    private static boolean installed(String program) {
        return Stream.of("/usr/bin", "/bin").anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
