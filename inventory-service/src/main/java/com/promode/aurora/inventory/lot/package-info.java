/** Lots: goods of one product that arrived together. */
@NullMarked
package com.promode.aurora.inventory.lot;

import org.jspecify.annotations.NullMarked;
