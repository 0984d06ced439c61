package com.promode.aurora.analytics.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;

/** The sums of all products, whatever the page; on hand adds up units of different kinds. */
record StockTotals(@JsonIgnore long rows, BigDecimal onHand, BigDecimal value) {}
