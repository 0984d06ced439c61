/** Events as every replica hears them, to pass on to its own sockets. */
@NullMarked
package com.promode.aurora.notification.feed;

import org.jspecify.annotations.NullMarked;
