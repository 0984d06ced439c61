/** Whether a token is good: verified once, asked about its end each time. */
@NullMarked
package com.promode.aurora.gateway.token;

import org.jspecify.annotations.NullMarked;
