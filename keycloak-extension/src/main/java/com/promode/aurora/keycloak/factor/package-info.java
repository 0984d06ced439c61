/** Second factors as Keycloak's credentials: proving one, enrolling one. */
@NullMarked
package com.promode.aurora.keycloak.factor;

import org.jspecify.annotations.NullMarked;
