@NullMarked
package com.promode.aurora.gateway.limit;

import org.jspecify.annotations.NullMarked;
