/** PostgreSQL, Kafka and Keycloak as plain processes, for the local stack and for tests. */
@NullMarked
package com.promode.aurora.localstack.component;

import org.jspecify.annotations.NullMarked;
