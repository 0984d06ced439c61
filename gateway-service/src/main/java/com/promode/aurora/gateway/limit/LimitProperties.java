package com.promode.aurora.gateway.limit;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param rates whether rates are limited at all
 * @param requests of a user, or of an address where nobody is signed in
 * @param signIns of an address, over all paths that take a password
 * @param signInPaths the paths that take a password
 * @param body largest request body
 */
@ConfigurationProperties("aurora.gateway.limit")
record LimitProperties(
        @DefaultValue("true") boolean rates,
        @DefaultValue Rate requests,
        @DefaultValue Rate signIns,
        @DefaultValue Set<String> signInPaths,
        @DefaultValue("10MB") DataSize body) {

    /** So many in the period, all of them at once if the caller likes. */
    record Rate(
            @DefaultValue("1000") long count,
            @DefaultValue("1h") Duration period) {}
}
