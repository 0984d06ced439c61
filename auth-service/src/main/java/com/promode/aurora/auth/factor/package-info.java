/** Second factors: what a user has, enrolling and removing. */
@NullMarked
package com.promode.aurora.auth.factor;

import org.jspecify.annotations.NullMarked;
