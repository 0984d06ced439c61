/** A service as small as can be, for tests: shelves that are edited, and readings that are only added. */
@NullMarked
package com.promode.aurora.starter.shelf;

import org.jspecify.annotations.NullMarked;
