/** Notifications of users: stored once per event and user, listed, read, deleted, pushed. */
@NullMarked
package com.promode.aurora.notification.notification;

import org.jspecify.annotations.NullMarked;
