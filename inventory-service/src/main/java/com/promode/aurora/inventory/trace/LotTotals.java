package com.promode.aurora.inventory.trace;

import java.math.BigDecimal;

/**
 * Where all of a lot is: {@code received + returned + adjusted = onHand + inTransit + shipped + wasted}, as every line of the
 * ledger takes from one place what it gives to another. What was taken back counts against what it takes back.
 *
 * @param adjusted what was found, less what was missed
 * @param shipped that customers got, whatever they have given back since
 */
record LotTotals(
        BigDecimal received,
        BigDecimal returned,
        BigDecimal adjusted,
        BigDecimal onHand,
        BigDecimal inTransit,
        BigDecimal shipped,
        BigDecimal wasted) {

    static final LotTotals NONE = new LotTotals(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO);
}
