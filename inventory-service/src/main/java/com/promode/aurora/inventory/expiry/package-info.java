/** Warns of lots that will soon have to be sold. */
@NullMarked
package com.promode.aurora.inventory.expiry;

import org.jspecify.annotations.NullMarked;
