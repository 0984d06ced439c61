package com.promode.aurora.notification.notification;

/** How many notifications are read now that were not before. */
record AllRead(int updated) {}
