package com.promode.aurora.auth.user;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the realm and the users are compared.
 *
 * @param interval after a round that went well
 * @param retry after one that did not, e.g. because Keycloak is not up yet
 */
@ConfigurationProperties("aurora.reconciliation")
record ReconciliationProperties(
        @DefaultValue("1m") Duration interval,
        @DefaultValue("2s") Duration retry) {}
