package com.promode.aurora.localstack.component;

import java.nio.file.Path;

/** A component that did not become ready, with the end of what it said. */
public class ComponentFailedException extends RuntimeException {

    private static final int LINES = 25;

    private final transient Path log;

    ComponentFailedException(Component component, String reason, Path log) {
        super("%s %s. The end of %s:%n%s"
                .formatted(component.name(), reason, log, String.join("\n", LogFile.tail(log, LINES))));
        this.log = log;
    }

    public Path log() {
        return log;
    }
}
