package com.promode.aurora.analytics.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.analytics.Moves;
import com.promode.aurora.contracts.inventory.MovementType;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DayChangeTests {

    private static final LocalDate DAY = LocalDate.parse("2023-06-15");
    private static final String AT = "2023-06-15T05:00:00Z";

    private final Moves moves = new Moves("10.0000");

    @Test
    void inboundIsQuantityInAndNothingElse() {
        assertThat(DayChange.of(moves.in("5", AT), DAY)).contains(change("5", "0", "0", "0", "0", "0", 0));
    }

    @Test
    void outboundIsQuantityOutRevenueCostAndOneMovement() {
        assertThat(DayChange.of(moves.out("0.293", "24", AT), DAY))
                .contains(change("0", "0.293", "7.03", "2.93", "0", "0", 1));
    }

    @Test
    void changesOfOneDayAndProductAddUp() {
        var sold = DayChange.of(moves.out("0.293", "24", AT), DAY).orElseThrow();
        var received = DayChange.of(moves.in("5", AT), DAY).orElseThrow();
        var wasted =
                DayChange.of(moves.move(MovementType.WASTE, "1.5", AT), DAY).orElseThrow();

        assertThat(sold.plus(received).plus(wasted).plus(sold))
                .isEqualTo(change("5", "0.586", "14.06", "5.86", "1.5", "15.00", 2));
    }

    @Test
    void wasteIsApart() {
        assertThat(DayChange.of(moves.move(MovementType.WASTE, "1.5", AT), DAY))
                .contains(change("0", "0", "0", "0", "1.5", "15.00", 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSFER", "ADJUSTMENT"})
    void transfersAndAdjustmentsAreInNothing(MovementType type) {
        assertThat(DayChange.of(moves.move(type, "5", AT), DAY)).isEmpty();
    }

    @Test
    void reversalTakesAllBack() {
        var sale = moves.out("2", "24", AT);
        assertThat(DayChange.of(moves.reverse(sale, AT), DAY))
                .contains(change("0", "-2", "-48.00", "-20.00", "0", "0", -1));
    }

    private DayChange change(
            String in, String out, String revenue, String cost, String waste, String wasteCost, long movements) {
        return new DayChange(
                DAY,
                moves.product(),
                new BigDecimal(in),
                new BigDecimal(out),
                new BigDecimal(revenue),
                new BigDecimal(cost),
                new BigDecimal(waste),
                new BigDecimal(wasteCost),
                movements);
    }
}
