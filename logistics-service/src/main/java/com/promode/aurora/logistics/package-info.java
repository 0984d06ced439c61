/** Logistics: customer orders and their way to the customer. */
@NullMarked
package com.promode.aurora.logistics;

import org.jspecify.annotations.NullMarked;
