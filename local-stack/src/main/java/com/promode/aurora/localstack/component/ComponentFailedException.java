package com.promode.aurora.localstack.component;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;

/** A component that did not become ready, with the end of what it said. */
public class ComponentFailedException extends RuntimeException {

    private static final int LINES = 25;
    private static final int WIDTH = 400;

    private final transient Path log;

    ComponentFailedException(Component component, String reason, Path log) {
        super("%s %s. The end of %s:%n%s"
                .formatted(
                        component.name(),
                        reason,
                        log,
                        LogFile.tail(log, LINES).stream()
                                .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + " ..." : line)
                                .collect(joining("\n"))));
        this.log = log;
    }

    public Path log() {
        return log;
    }
}
