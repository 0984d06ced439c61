/** The whole system on one machine without containers: the commands of {@code ./aurora}. */
@NullMarked
package com.promode.aurora.localstack;

import org.jspecify.annotations.NullMarked;
