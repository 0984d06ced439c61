/** Settings of the tenants: a catalogue with defaults, what was set, and its announcement to the services. */
@NullMarked
package com.promode.aurora.auth.setting;

import org.jspecify.annotations.NullMarked;
