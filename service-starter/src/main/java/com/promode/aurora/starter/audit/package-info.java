/** Who changed what: one audit event per command. */
@NullMarked
package com.promode.aurora.starter.audit;

import org.jspecify.annotations.NullMarked;
