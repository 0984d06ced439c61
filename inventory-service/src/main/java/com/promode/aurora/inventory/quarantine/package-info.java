/** Holding and releasing lots, and how every lot came to its state. */
@NullMarked
package com.promode.aurora.inventory.quarantine;

import org.jspecify.annotations.NullMarked;
