/** Permissions and built-in roles, and their way into the realm. */
@NullMarked
package com.promode.aurora.auth.access;

import org.jspecify.annotations.NullMarked;
