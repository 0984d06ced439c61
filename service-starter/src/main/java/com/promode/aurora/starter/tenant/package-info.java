/** Which tenant a piece of work belongs to, down to row-level security. */
@NullMarked
package com.promode.aurora.starter.tenant;

import org.jspecify.annotations.NullMarked;
