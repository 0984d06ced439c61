/** Units: what products are counted in. */
@NullMarked
package com.promode.aurora.inventory.unit;

import org.jspecify.annotations.NullMarked;
