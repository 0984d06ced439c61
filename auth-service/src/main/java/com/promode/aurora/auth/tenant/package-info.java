/** The tenants, told to all other services. */
@NullMarked
package com.promode.aurora.auth.tenant;

import org.jspecify.annotations.NullMarked;
