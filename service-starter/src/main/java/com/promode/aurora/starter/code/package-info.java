/** Human-readable codes such as PRD-001. */
@NullMarked
package com.promode.aurora.starter.code;

import org.jspecify.annotations.NullMarked;
