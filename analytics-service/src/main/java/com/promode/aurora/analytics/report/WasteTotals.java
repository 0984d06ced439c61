package com.promode.aurora.analytics.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;

/** The sums of all rows of a waste report, whatever the page. */
record WasteTotals(@JsonIgnore long rows, BigDecimal quantity, BigDecimal cost) {}
