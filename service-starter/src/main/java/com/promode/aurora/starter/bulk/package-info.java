/** Writes many rows by few statements. */
@NullMarked
package com.promode.aurora.starter.bulk;

import org.jspecify.annotations.NullMarked;
