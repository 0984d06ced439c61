/** What the documents say and notice. */
@NullMarked
package com.promode.aurora.test.openapi;

import org.jspecify.annotations.NullMarked;
