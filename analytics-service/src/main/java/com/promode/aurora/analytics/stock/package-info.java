/** What is kept of stock: one row per business day and product, and where each product stands. */
@NullMarked
package com.promode.aurora.analytics.stock;

import org.jspecify.annotations.NullMarked;
