/** What inventory-service announces: stock, receipts, reservations, products and categories. */
@NullMarked
package com.promode.aurora.contracts.inventory;

import org.jspecify.annotations.NullMarked;
