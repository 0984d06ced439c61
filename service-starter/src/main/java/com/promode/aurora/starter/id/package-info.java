/** Identifiers. */
@NullMarked
package com.promode.aurora.starter.id;

import org.jspecify.annotations.NullMarked;
