/** Refusals of signed-in users, told to those who watch over security. */
@NullMarked
package com.promode.aurora.starter.denial;

import org.jspecify.annotations.NullMarked;
