/** What every service's tests get: real PostgreSQL and Kafka, tokens, an HTTP client, and the rules of the house. */
@NullMarked
package com.promode.aurora.test;

import org.jspecify.annotations.NullMarked;
