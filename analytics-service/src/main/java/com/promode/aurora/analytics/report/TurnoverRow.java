package com.promode.aurora.analytics.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Goods in and out of a day, product or category.
 *
 * @param key the date or the id, null for products without a category
 * @param label the date or the name; the id while the name is not known
 * @param quantityIn received, and come back from customers
 * @param quantityOut sold; revenue and cost are those of sales too
 * @param movements number of sales, less those taken back
 */
record TurnoverRow(
        @Nullable String key,
        String label,
        BigDecimal quantityIn,
        BigDecimal quantityOut,
        BigDecimal revenue,
        BigDecimal cost,
        BigDecimal wasteQuantity,
        long movements) {}
