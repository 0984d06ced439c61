/** Who is calling, from where, and whether a token is good. */
@NullMarked
package com.promode.aurora.gateway.access;

import org.jspecify.annotations.NullMarked;
