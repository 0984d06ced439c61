/** The catalogue: what customers may order. */
@NullMarked
package com.promode.aurora.inventory.catalogue;

import org.jspecify.annotations.NullMarked;
