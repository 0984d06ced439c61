/** The users whom there is something to tell, as auth-service announces them. */
@NullMarked
package com.promode.aurora.notification.recipient;

import org.jspecify.annotations.NullMarked;
