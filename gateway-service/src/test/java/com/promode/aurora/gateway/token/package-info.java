@NullMarked
package com.promode.aurora.gateway.token;

import org.jspecify.annotations.NullMarked;
