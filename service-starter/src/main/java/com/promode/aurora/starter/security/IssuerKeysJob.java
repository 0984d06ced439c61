package com.promode.aurora.starter.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Reads the issuer's keys before the first token comes, and again before anybody has to wait for them: good tokens must go on
 * working when the issuer goes down, also in a service that nobody has called yet.
 */
class IssuerKeysJob {

    private static final Logger log = LoggerFactory.getLogger(IssuerKeysJob.class);
    private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());

    private final JWKSource<SecurityContext> keys;
    private boolean told;

    IssuerKeysJob(JWKSource<SecurityContext> keys) {
        this.keys = keys;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void read() {
        try {
            keys.get(ANY, null);
            told = false;
        } catch (KeySourceException e) {
            if (!told) {
                log.warn(
                        "The issuer's keys can't be read, so every token is refused with 503 until they can: {}",
                        e.toString());
            }
            told = true;
        }
    }
}
