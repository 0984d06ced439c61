/** The drivers' app: who signs in there, and what he is told of himself. */
@NullMarked
package com.promode.aurora.auth.mobile;

import org.jspecify.annotations.NullMarked;
