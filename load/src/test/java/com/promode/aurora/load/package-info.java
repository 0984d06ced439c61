/** Measurements of a running system. */
@NullMarked
package com.promode.aurora.load;

import org.jspecify.annotations.NullMarked;
