/** What each tenant has set that the gateway acts on. */
@NullMarked
package com.promode.aurora.gateway.setting;

import org.jspecify.annotations.NullMarked;
