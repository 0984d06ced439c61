/** The one door of the system: who may pass, how often, and to which service. */
@NullMarked
package com.promode.aurora.gateway;

import org.jspecify.annotations.NullMarked;
