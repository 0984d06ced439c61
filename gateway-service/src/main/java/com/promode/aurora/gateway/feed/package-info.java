/** What the gateway hears from Kafka: small topics, read whole at the start and then followed. */
@NullMarked
package com.promode.aurora.gateway.feed;

import org.jspecify.annotations.NullMarked;
