/** What inventory-service announces: stock, products and categories. */
@NullMarked
package com.promode.aurora.contracts.inventory;

import org.jspecify.annotations.NullMarked;
