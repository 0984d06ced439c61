/** Security events: pushed to those who watch, and told to all who have to know. */
@NullMarked
package com.promode.aurora.notification.security;

import org.jspecify.annotations.NullMarked;
