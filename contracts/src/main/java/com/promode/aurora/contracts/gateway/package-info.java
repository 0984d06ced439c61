/** What the gateway tells of the traffic through it. */
@NullMarked
package com.promode.aurora.contracts.gateway;

import org.jspecify.annotations.NullMarked;
