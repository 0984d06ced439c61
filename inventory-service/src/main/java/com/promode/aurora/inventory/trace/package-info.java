/** Where a lot came from and where it went. */
@NullMarked
package com.promode.aurora.inventory.trace;

import org.jspecify.annotations.NullMarked;
