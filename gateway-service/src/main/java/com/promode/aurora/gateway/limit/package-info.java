/** How much a caller may ask for. */
@NullMarked
package com.promode.aurora.gateway.limit;

import org.jspecify.annotations.NullMarked;
