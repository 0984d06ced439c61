package com.promode.aurora.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Loads the ledger that lists are measured over. */
@Tag("benchmark")
class LedgerBenchmarkTests {

    @Test
    void tenMillionMovementsAddUp() {
        var ledger = LedgerGenerator.of(RunningSystem.find());

        ledger.load();

        assertThat(ledger.faults()).isZero();
    }
}
