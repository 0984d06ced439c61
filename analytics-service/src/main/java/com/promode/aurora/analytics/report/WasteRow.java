package com.promode.aurora.analytics.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Goods thrown away for a reason, or of a product, category or day.
 *
 * @param key the reason, the id or the date, null for products without a category
 * @param label the reason, the name or the date
 * @param percentage of the cost of all rows, to two places: costs add up where kilograms and pieces do not
 */
record WasteRow(@Nullable String key, String label, BigDecimal quantity, BigDecimal cost, BigDecimal percentage) {}
