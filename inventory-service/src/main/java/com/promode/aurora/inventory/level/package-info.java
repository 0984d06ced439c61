/** What lies where, right now. */
@NullMarked
package com.promode.aurora.inventory.level;

import org.jspecify.annotations.NullMarked;
