/** Products, lots, the stock ledger and waste. */
@NullMarked
package com.promode.aurora.inventory;

import org.jspecify.annotations.NullMarked;
