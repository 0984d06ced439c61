/** The parts of the system, the order they start in, and what is known of those that run. */
@NullMarked
package com.promode.aurora.localstack.stack;

import org.jspecify.annotations.NullMarked;
