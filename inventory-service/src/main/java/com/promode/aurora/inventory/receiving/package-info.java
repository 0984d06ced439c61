/** Goods that arrive become lots. */
@NullMarked
package com.promode.aurora.inventory.receiving;

import org.jspecify.annotations.NullMarked;
