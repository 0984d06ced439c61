/** Tells people what happened: stored notifications, and every WebSocket. */
@NullMarked
package com.promode.aurora.notification;

import org.jspecify.annotations.NullMarked;
