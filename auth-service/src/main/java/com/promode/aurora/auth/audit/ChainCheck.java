package com.promode.aurora.auth.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks along a chain, row by row in the order of positions, and notes where it does not hold. */
class ChainCheck {

    private static final int MOST_BREAKS = 100;

    private final List<Break> breaks = new ArrayList<>();
    private long expected;
    private @Nullable String previous;
    private long checked;

    /**
     * @param expected position of the first row that is to come
     * @param previous hash of the row before it; null when that is not to be checked
     */
    ChainCheck(long expected, @Nullable String previous) {
        this.expected = expected;
        this.previous = previous;
    }

    /** A row as it is stored. */
    record Link(AuditEntry entry, String previousHash, String hash) {}

    /**
     * A place where the chain does not hold.
     *
     * @param position where
     * @param id of the row there, null when it is gone
     * @param reason altered, missing, duplicate, detached, truncated or appended
     */
    record Break(long position, @Nullable UUID id, String reason, String message) {}

    void take(Link link) {
        var entry = link.entry();
        checked++;
        if (entry.position() < expected) {
            note(entry.position(), entry.id(), "duplicate", "There is a second row at this position");
            return;
        }
        if (entry.position() > expected) {
            note(expected, null, "missing", "Rows %d to %d are gone".formatted(expected, entry.position() - 1));
        } else if (previous != null && !previous.equals(link.previousHash())) {
            note(entry.position(), entry.id(), "detached", "The row does not follow the one that is before it");
        }
        if (!entry.hash(link.previousHash()).equals(link.hash())) {
            note(entry.position(), entry.id(), "altered", "The row is not what was recorded");
        }
        expected = entry.position() + 1;
        previous = link.hash();
    }

    /** The end of the chain has been reached: what was recorded as the last must have been the last. */
    void end(long position, String hash) {
        if (expected <= position) {
            note(expected, null, "truncated", "Rows %d to %d are gone".formatted(expected, position));
        } else if (previous != null && !previous.equals(hash)) {
            note(position, null, "detached", "The last row is not the one that was recorded last");
        }
    }

    /** A row that lies behind the end. */
    void beyond(long position, UUID id) {
        note(position, id, "appended", "The row came into the log by another way");
    }

    /** There is enough to look into. */
    boolean isFull() {
        return breaks.size() >= MOST_BREAKS;
    }

    List<Break> breaks() {
        return List.copyOf(breaks);
    }

    long checked() {
        return checked;
    }

    /** Position of the last row that was taken, or of the one before the first. */
    long last() {
        return expected - 1;
    }

    private void note(long position, @Nullable UUID id, String reason, String message) {
        breaks.add(new Break(position, id, reason, message));
    }
}
