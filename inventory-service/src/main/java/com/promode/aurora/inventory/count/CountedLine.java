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
        UUID productId, String productCode, UUID lotId, String batchNumber, BigDecimal counted, BigDecimal expected) {

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

    /**
     * How much of what is missing has been promised to customers.
     *
     * @throws BusinessException where so much is not left at all: what was missed has been found, and has left
     */
    BigDecimal promised(Booked booked) {
        if (booked.onHand().add(variance()).signum() < 0) {
            throw BusinessException.conflict(
                    "INSUFFICIENT_STOCK",
                    "%s of lot %s (%s, batch %s) were missing, but only %s are left; count it again",
                    variance().negate().toPlainString(),
                    lotId,
                    productCode,
                    batchNumber,
                    booked.onHand().toPlainString());
        }
        return booked.free().add(variance()).negate().max(BigDecimal.ZERO);
    }
}
