/** Purchase orders, as far as goods arrive for them. */
@NullMarked
package com.promode.aurora.inventory.purchase;

import org.jspecify.annotations.NullMarked;
