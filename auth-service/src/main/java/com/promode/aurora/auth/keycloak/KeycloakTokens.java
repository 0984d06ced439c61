package com.promode.aurora.auth.keycloak;

import com.promode.aurora.starter.web.BusinessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;

/** Trades passwords and refresh tokens for tokens. */
public class KeycloakTokens {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakTokens.class);

    /** Keycloak's words when the password was right and something is missing all the same. */
    private static final String INCOMPLETE = "Account is not fully set up";

    private final TokenClient client;
    private final KeycloakProperties properties;

    KeycloakTokens(TokenClient client, KeycloakProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    /** Why there are no tokens. */
    public enum Refusal {
        /** Wrong, unknown, locked, disabled, expired: Keycloak's answers do not matter to anybody. */
        REFUSED,
        /** The password was right, but a second factor or a new password is wanted. */
        INCOMPLETE
    }

    /** No tokens. */
    public static final class Refused extends Exception {

        private final Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.name(), null, false, false);
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /** By password; without a code the realm says INCOMPLETE to whoever needs one, instead of counting a failure. */
    public Tokens ofPassword(String email, String password, @Nullable String code) throws Refused {
        var grant = grant("password");
        grant.add("username", email);
        grant.add("password", password);
        if (code == null) {
            grant.add("scope", "openid sign-in-without-code");
        } else {
            grant.add("scope", "openid");
            grant.add("otp", code);
        }
        return token(grant);
    }

    /** By a refresh token, which is used up. */
    public Tokens ofRefreshToken(String refreshToken) throws Refused {
        var grant = grant("refresh_token");
        grant.add("refresh_token", refreshToken);
        return token(grant);
    }

    /** Our own, for the administration. */
    Tokens ofService() {
        try {
            return token(grant("client_credentials"));
        } catch (Refused e) {
            throw BusinessException.unavailable("Keycloak does not know this service");
        }
    }

    private Tokens token(LinkedMultiValueMap<String, String> grant) throws Refused {
        try {
            return client.token(grant);
        } catch (HttpClientErrorException e) {
            var answer = e.getResponseBodyAs(TokenError.class);
            if (answer == null || !answer.blamesUser()) {
                LOG.error("Keycloak refuses this service: {} {}", e.getStatusCode(), answer);
                throw BusinessException.unavailable("Sign-in is not available right now");
            }
            throw new Refused(INCOMPLETE.equals(answer.error_description()) ? Refusal.INCOMPLETE : Refusal.REFUSED);
        }
    }

    private LinkedMultiValueMap<String, String> grant(String type) {
        var grant = new LinkedMultiValueMap<String, String>();
        grant.add("grant_type", type);
        grant.add("client_id", properties.clientId());
        grant.add("client_secret", properties.clientSecret());
        return grant;
    }

    private record TokenError(
            @Nullable String error, @Nullable String error_description) {

        boolean blamesUser() {
            return "invalid_grant".equals(error);
        }
    }
}
