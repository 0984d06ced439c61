package com.promode.aurora.starter.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers of rows and events: UUIDv7 (RFC 9562), which sort by the time they were made. */
public final class Ids {

    /** Path variable of an id, {@code "/{id:" + Ids.PATH + "}"}: literal paths may stand beside it. */
    public static final String PATH = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private Ids() {}

    /** A new identifier; ever increasing within this process. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
