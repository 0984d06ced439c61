/** What callers say who have to say why. */
@NullMarked
package com.promode.aurora.inventory.reason;

import org.jspecify.annotations.NullMarked;
