package com.promode.aurora.localstack.stack;

import com.promode.aurora.localstack.component.Ports;
import java.util.List;
import java.util.stream.Collectors;

/** Looks before anything is started whether each part will get its ports. */
public final class FreePorts {

    private FreePorts() {}

    /** Names every port that is taken and who wants it. */
    public static void require(List<Part> dead) {
        var taken = dead.stream()
                .flatMap(part -> part.component().ports().entrySet().stream()
                        .filter(port -> Ports.taken(port.getValue()))
                        .map(port -> "Port %d is in use; %s needs it (%s)."
                                .formatted(port.getValue(), part.name(), port.getKey())))
                .sorted()
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new IllegalStateException(
                    taken + "\nEnd what listens there, or shift all ports: AURORA_PORT_OFFSET=100 ./aurora up");
        }
    }
}
