/** How much the API is used, told once a minute. */
@NullMarked
package com.promode.aurora.gateway.usage;

import org.jspecify.annotations.NullMarked;
