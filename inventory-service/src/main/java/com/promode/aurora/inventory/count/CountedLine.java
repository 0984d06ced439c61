package com.promode.aurora.inventory.count;

import com.promode.aurora.inventory.stock.CountedStock.Booked;
import com.promode.aurora.inventory.stock.CountedStock.Counted;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A lot that has been counted.
 *
 * @param expected what the ledger had there at that moment
 */
record CountedLine(
        UUID productId,
        String productCode,
        UUID lotId,
        String batchNumber,
        BigDecimal counted,
        BigDecimal expected) {

    /** By how much there was more than expected; less where it is negative. */
    BigDecimal variance() {
        return counted.subtract(expected);
    }

    boolean differs() {
        return variance().signum() != 0;
    }

    Counted toCounted() {
        return new Counted(productId, lotId, counted);
    }

    /** Refuses to take what is missing where so much is not left, or has been promised to customers. */
    void checkAgainst(Booked booked) {
        if (booked.free().add(variance()).signum() < 0) {
            throw BusinessException.conflict(
                    "INSUFFICIENT_STOCK",
                    "%s of lot %s (%s, batch %s) were missing, but only %s are left that nobody has reserved; count it again",
                    variance().negate().toPlainString(),
                    lotId,
                    productCode,
                    batchNumber,
                    booked.free().toPlainString());
        }
    }
}
