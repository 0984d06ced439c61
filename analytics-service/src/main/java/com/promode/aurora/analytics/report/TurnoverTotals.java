package com.promode.aurora.analytics.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;

/** The sums of all rows of a turnover report, whatever the page. */
record TurnoverTotals(
        @JsonIgnore long rows,
        BigDecimal quantityIn,
        BigDecimal quantityOut,
        BigDecimal revenue,
        BigDecimal cost,
        BigDecimal wasteQuantity,
        long movements) {}
