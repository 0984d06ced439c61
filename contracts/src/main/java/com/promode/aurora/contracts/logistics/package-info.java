/** What logistics-service announces: customer orders and their deliveries. */
@NullMarked
package com.promode.aurora.contracts.logistics;

import org.jspecify.annotations.NullMarked;
