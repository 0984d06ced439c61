/** Built-in and custom roles of a tenant, and who holds them. */
@NullMarked
package com.promode.aurora.auth.role;

import org.jspecify.annotations.NullMarked;
