/** Events out, by the outbox, and in, once each, by the inbox. */
@NullMarked
package com.promode.aurora.starter.event;

import org.jspecify.annotations.NullMarked;
