package com.promode.aurora.localstack.component;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program of the stack: what it needs, how it is started and when it is ready. */
public interface Component {

    /** As shown to people, and the name of its log file. */
    String name();

    /** What it listens on, all on the loopback address: the use of each port and its number. */
    Map<String, Integer> ports();

    /** What must be done before it can start; costs nothing once it is done. */
    default void prepare() {}

    /** What must be done before its first start, once all that it depends on is ready. */
    default void rehearse() {}

    /** The program and its arguments. */
    List<String> command();

    /** The file among the arguments that another build would replace, for what is built here. */
    default Optional<Path> program() {
        return Optional.empty();
    }

    /** What it needs in its environment beyond what this process has. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** Whether it answers; asked again and again, so it must return soon and never throw. */
    boolean ready();

    /** How long it may take until it is ready. */
    default Duration patience() {
        return Duration.ofSeconds(90);
    }

    /** The signal that asks it to end in good order. */
    default String stopSignal() {
        return "TERM";
    }
}
