/** The gateway over real HTTP, with small services of the test's own behind it. */
@NullMarked
package com.promode.aurora.gateway;

import org.jspecify.annotations.NullMarked;
