package com.promode.aurora.starter.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lanes whose next row could not be sent: they wait, longer each time, and the others go on. */
class Holds {

    private static final long FIRST = Duration.ofMillis(250).toNanos();
    private static final long LONGEST = Duration.ofSeconds(5).toNanos();

    private final Map<String, Hold> holds = new HashMap<>();

    private record Hold(long since, long length) {

        boolean over() {
            return System.nanoTime() - since >= length;
        }

        Hold longer() {
            return new Hold(System.nanoTime(), Math.min(2 * length, LONGEST));
        }
    }

    void hold(String lane) {
        holds.merge(lane, new Hold(System.nanoTime(), FIRST), (before, ignored) -> before.longer());
    }

    void release(String lane) {
        holds.remove(lane);
    }

    /** The lanes that have to wait still. */
    List<String> current() {
        return holds.entrySet().stream()
                .filter(hold -> !hold.getValue().over())
                .map(Map.Entry::getKey)
                .toList();
    }
}
