package com.promode.aurora.gateway.limit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param rates whether rates are limited at all
 * @param requests of a user, or of an address where nobody is signed in
 * @param roles what a user of that role may instead; of several the largest counts
 * @param routes endpoints that have buckets of their own, by a name of ours; what is counted there is not counted elsewhere
 * @param signIns of an address, over all paths that take a password
 * @param signInPaths the paths that take a password
 * @param shared address of a Redis or Valkey, e.g. {@code redis://cache:6379}, in which all replicas count together; empty
 *     for a replica that counts for itself
 * @param sharedPatience how long one request waits for it
 * @param sharedPause how long it is left alone when it has not answered; meanwhile each replica counts for itself
 * @param body largest request body
 */
@ConfigurationProperties("aurora.gateway.limit")
record LimitProperties(
        @DefaultValue("true") boolean rates,
        @DefaultValue Rate requests,
        @DefaultValue Map<String, Rate> roles,
        @DefaultValue Map<String, Route> routes,
        @DefaultValue Rate signIns,
        @DefaultValue Set<String> signInPaths,
        @DefaultValue("") String shared,
        @DefaultValue("200ms") Duration sharedPatience,
        @DefaultValue("2s") Duration sharedPause,
        @DefaultValue("10MB") DataSize body) {

    /** So many in the period, all of them at once if the caller likes. */
    record Rate(
            @DefaultValue("1000") long count,
            @DefaultValue("1h") Duration period) {

        double perSecond() {
            return (double) count / period.toMillis();
        }
    }

    /** @param endpoints method and path, e.g. {@code POST /api/mobile/deliveries/{id}/location} */
    record Route(
            @DefaultValue List<String> endpoints,
            @DefaultValue Rate rate) {}
}
