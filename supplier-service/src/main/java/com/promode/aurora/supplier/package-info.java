/** Supplier: whom goods are bought from, what was ordered, what is owed and what was paid. */
@NullMarked
package com.promode.aurora.supplier;

import org.jspecify.annotations.NullMarked;
