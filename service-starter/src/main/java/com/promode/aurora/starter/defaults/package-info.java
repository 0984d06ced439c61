/** Settings that hold for every service, in tests too. */
@NullMarked
package com.promode.aurora.starter.defaults;

import org.jspecify.annotations.NullMarked;
