/** Security events: raised by rules and by hand, looked into, and counted to see threats. */
@NullMarked
package com.promode.aurora.auth.security;

import org.jspecify.annotations.NullMarked;
