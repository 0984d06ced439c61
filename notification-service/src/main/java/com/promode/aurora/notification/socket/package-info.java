/** WebSockets: who may open one, what is replayed, and how each is told without holding up the others. */
@NullMarked
package com.promode.aurora.notification.socket;

import org.jspecify.annotations.NullMarked;
