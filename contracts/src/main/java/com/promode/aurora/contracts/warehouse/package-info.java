/** What warehouse-service announces: where goods can lie. */
@NullMarked
package com.promode.aurora.contracts.warehouse;

import org.jspecify.annotations.NullMarked;
