package com.promode.aurora.analytics.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.list.Paged;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows, the totals of all rows, and how fresh they are.
 *
 * @param asOf when the newest event that is in the numbers had been recorded, null while there is none
 */
record Report<R extends Object, T extends Object>(
        List<R> rows,
        T totals,
        @Nullable Instant asOf,
        @JsonIgnore Page.Meta meta) implements Paged {}
