/** One object or an array of them in a POST, with an answer per item. */
@NullMarked
package com.promode.aurora.starter.batch;

import org.jspecify.annotations.NullMarked;
