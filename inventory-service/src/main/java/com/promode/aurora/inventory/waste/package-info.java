/** What was thrown away, why, and what it cost. */
@NullMarked
package com.promode.aurora.inventory.waste;

import org.jspecify.annotations.NullMarked;
