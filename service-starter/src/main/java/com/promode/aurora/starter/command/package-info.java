/** What every write gets: a body that can be read again, a retry after a deadlock, and the Idempotency-Key. */
@NullMarked
package com.promode.aurora.starter.command;

import org.jspecify.annotations.NullMarked;
