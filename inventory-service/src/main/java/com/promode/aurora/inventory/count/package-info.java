/** Stock takes: what people find at a location, against what the ledger has there. */
@NullMarked
package com.promode.aurora.inventory.count;

import org.jspecify.annotations.NullMarked;
