package com.promode.aurora.auth.keycloak;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Keycloak is, and who we are to it.
 *
 * @param url of the server, without the realm
 * @param readTimeout for one answer; together with the breaker it bounds how long a caller waits for a hanging Keycloak
 */
@Validated
@ConfigurationProperties("aurora.keycloak")
record KeycloakProperties(
        URI url,
        @DefaultValue("aurora") String realm,
        @DefaultValue("aurora-auth") String clientId,
        @NotBlank String clientSecret,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {

    URI tokens() {
        return URI.create("%s/realms/%s/protocol/openid-connect".formatted(url, realm));
    }

    /** What keycloak-extension adds. */
    URI factors() {
        return URI.create("%s/realms/%s/aurora-factors".formatted(url, realm));
    }

    URI administration() {
        return URI.create("%s/admin/realms/%s".formatted(url, realm));
    }
}
