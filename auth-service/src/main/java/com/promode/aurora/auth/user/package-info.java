/** The users of a tenant, kept in step with Keycloak. */
@NullMarked
package com.promode.aurora.auth.user;

import org.jspecify.annotations.NullMarked;
