package com.promode.aurora.localstack.stack;

import java.nio.file.Path;

/**
 * The project's folder, and the folder of all that the running system keeps.
 *
 * @param root absolute
 * @param state absolute
 */
public record Home(Path root, Path state) {

    public Home {
        root = root.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
    }

    /** Keeps its state in the project's {@code .aurora}. */
    public Home(Path root) {
        this(root, root.resolve(".aurora"));
    }

    /** Where the launcher was called. */
    public static Home current() {
        return new Home(Path.of(System.getProperty("aurora.root", ".")));
    }

    /** What the user keeps. */
    public Path data() {
        return state.resolve("data");
    }

    public Path logs() {
        return state.resolve("logs");
    }

    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    /** Which processes run. */
    public Path run() {
        return state.resolve("run");
    }

    public Path secrets() {
        return state.resolve("secrets.properties");
    }

    /** Unpacked programs and what their virtual machines have learnt; only costs time when it is lost. */
    public Path programs() {
        return state.resolve("programs");
    }
}
