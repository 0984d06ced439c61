/** Keycloak's own events on their way to Kafka. */
@NullMarked
package com.promode.aurora.keycloak.event;

import org.jspecify.annotations.NullMarked;
