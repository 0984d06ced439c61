/** Calling back lots that must not be sold, and naming who has been given something of them. */
@NullMarked
package com.promode.aurora.inventory.recall;

import org.jspecify.annotations.NullMarked;
