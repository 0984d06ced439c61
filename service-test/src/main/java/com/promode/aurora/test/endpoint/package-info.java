/** The endpoints that a service has, and the table of those it should have. */
@NullMarked
package com.promode.aurora.test.endpoint;

import org.jspecify.annotations.NullMarked;
