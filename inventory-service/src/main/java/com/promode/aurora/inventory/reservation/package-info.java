/** Goods set aside for customer orders, from the order until they are with the customer or back. */
@NullMarked
package com.promode.aurora.inventory.reservation;

import org.jspecify.annotations.NullMarked;
