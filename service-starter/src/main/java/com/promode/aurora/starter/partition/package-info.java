/** Partitions of large tables, made ahead and dropped when they expire. */
@NullMarked
package com.promode.aurora.starter.partition;

import org.jspecify.annotations.NullMarked;
