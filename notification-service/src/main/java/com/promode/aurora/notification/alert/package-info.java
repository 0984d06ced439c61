/** Alerts of any kind: pushed at once, and kept for a while for sockets that come back. */
@NullMarked
package com.promode.aurora.notification.alert;

import org.jspecify.annotations.NullMarked;
