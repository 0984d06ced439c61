/** Who a request is from, known to every step after the token was checked. */
@NullMarked
package com.promode.aurora.gateway.caller;

import org.jspecify.annotations.NullMarked;
