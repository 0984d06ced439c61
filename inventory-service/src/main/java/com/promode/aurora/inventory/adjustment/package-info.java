/** Adjustments of stock, which another user has to approve when they are worth much. */
@NullMarked
package com.promode.aurora.inventory.adjustment;

import org.jspecify.annotations.NullMarked;
