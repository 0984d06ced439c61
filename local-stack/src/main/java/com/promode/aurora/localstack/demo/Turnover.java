package com.promode.aurora.localstack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a stretch of trade comes to.
 *
 * @param lines number of sales
 * @param sold kg
 * @param revenue each line rounded to two places, then summed; so is the cost
 * @param waste kg
 */
record Turnover(long lines, BigDecimal sold, BigDecimal revenue, BigDecimal cost, BigDecimal waste) {

    static final Turnover NONE = new Turnover(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    Turnover {
        sold = sold.setScale(3, RoundingMode.HALF_UP);
        revenue = revenue.setScale(2, RoundingMode.HALF_UP);
        cost = cost.setScale(2, RoundingMode.HALF_UP);
        waste = waste.setScale(3, RoundingMode.HALF_UP);
    }

    static Turnover ofSale(BigDecimal quantity, BigDecimal unitPrice, BigDecimal unitCost) {
        return new Turnover(1, quantity, money(quantity, unitPrice), money(quantity, unitCost), BigDecimal.ZERO);
    }

    static Turnover ofWaste(BigDecimal quantity) {
        return new Turnover(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, quantity);
    }

    Turnover plus(Turnover other) {
        return new Turnover(
                lines + other.lines,
                sold.add(other.sold),
                revenue.add(other.revenue),
                cost.add(other.cost),
                waste.add(other.waste));
    }

    BigDecimal margin() {
        return revenue.subtract(cost);
    }

    private static BigDecimal money(BigDecimal quantity, BigDecimal each) {
        return quantity.multiply(each).setScale(2, RoundingMode.HALF_UP);
    }
}
