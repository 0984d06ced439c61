/** One-time tickets for WebSockets, which browsers can't open with a header. */
@NullMarked
package com.promode.aurora.auth.ticket;

import org.jspecify.annotations.NullMarked;
