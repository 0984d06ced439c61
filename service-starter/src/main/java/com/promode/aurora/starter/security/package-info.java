/** Who calls, and what the call needs. */
@NullMarked
package com.promode.aurora.starter.security;

import org.jspecify.annotations.NullMarked;
