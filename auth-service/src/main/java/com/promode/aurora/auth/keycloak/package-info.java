/** Keycloak over HTTP: its token endpoint and its administration, with time limits. */
@NullMarked
package com.promode.aurora.auth.keycloak;

import org.jspecify.annotations.NullMarked;
