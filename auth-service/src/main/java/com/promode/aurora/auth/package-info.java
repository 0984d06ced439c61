/** The service of users, roles and sessions: Keycloak's API for Aurora. */
@NullMarked
package com.promode.aurora.auth;

import org.jspecify.annotations.NullMarked;
