/** Alerts about stock: kept for a while, turned into notifications, and pushed. */
@NullMarked
package com.promode.aurora.notification.alert;

import org.jspecify.annotations.NullMarked;
