/** Product categories. */
@NullMarked
package com.promode.aurora.inventory.category;

import org.jspecify.annotations.NullMarked;
