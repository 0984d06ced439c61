/** Passwords: what is asked of them, and the ways to a new one. */
@NullMarked
package com.promode.aurora.auth.password;

import org.jspecify.annotations.NullMarked;
