/** What administrators do to users, and users to themselves: told to Keycloak, then written beside it. */
@NullMarked
package com.promode.aurora.auth.account;

import org.jspecify.annotations.NullMarked;
