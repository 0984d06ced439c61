/** The stock ledger: what moved, what lies where, and what it is worth. */
@NullMarked
package com.promode.aurora.inventory.stock;

import org.jspecify.annotations.NullMarked;
