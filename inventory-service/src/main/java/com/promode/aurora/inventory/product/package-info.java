/** Products: what is bought, kept and sold. */
@NullMarked
package com.promode.aurora.inventory.product;

import org.jspecify.annotations.NullMarked;
