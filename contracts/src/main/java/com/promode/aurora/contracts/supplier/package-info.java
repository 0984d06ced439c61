/** What supplier-service announces. */
@NullMarked
package com.promode.aurora.contracts.supplier;

import org.jspecify.annotations.NullMarked;
