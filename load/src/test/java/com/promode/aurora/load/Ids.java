package com.promode.aurora.load;

import java.util.UUID;

/**
 * Ids that a script and a test can both write down: what it is, and its number.
 *
 * @param family the first eight digits, one for each set of data
 */
record Ids(String family) {

    UUID tenant() {
        return id(0, 0);
    }

    UUID location(long number) {
        return id(1, number);
    }

    UUID category(long number) {
        return id(2, number);
    }

    UUID product(long number) {
        return id(3, number);
    }

    UUID lot(long number) {
        return id(4, number);
    }

    UUID receipt(long number) {
        return id(5, number);
    }

    UUID order(long number) {
        return id(6, number);
    }

    /** The digits of the number are decimal ones, which also are hexadecimal ones. */
    private UUID id(int kind, long number) {
        return UUID.fromString("%s-%04d-7000-8000-%012d".formatted(family, kind, number));
    }
}
