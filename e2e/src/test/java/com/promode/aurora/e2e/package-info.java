/** The whole system, as its users see it: everything through the gateway. */
@NullMarked
package com.promode.aurora.e2e;

import org.jspecify.annotations.NullMarked;
