/** What the gateway says itself, in the envelope that the services use. */
@NullMarked
package com.promode.aurora.gateway.answer;

import org.jspecify.annotations.NullMarked;
