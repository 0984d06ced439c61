package com.promode.aurora.auth.keycloak;

import com.promode.aurora.starter.web.BusinessException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;

/** Trades passwords and refresh tokens for tokens. */
public class KeycloakTokens {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakTokens.class);

    private final TokenClient client;
    private final KeycloakProperties properties;

    KeycloakTokens(TokenClient client, KeycloakProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    /** Why there are no tokens. All but the first say that the password was right. */
    public enum Refusal {
        /** Wrong, unknown, locked, disabled, expired: Keycloak's answers do not matter to anybody. */
        REFUSED,
        /** There is a second factor, and no code was given. */
        OTP_REQUIRED,
        /** There must be a second factor, and there is none. */
        OTP_ENROLMENT_REQUIRED,
        /** A new password is wanted. */
        INCOMPLETE;

        /** What a client is told. */
        public BusinessException answer() {
            return switch (this) {
                case REFUSED ->
                    BusinessException.unauthenticated(
                            "UNAUTHENTICATED", "The e-mail address, password or code is not right");
                case OTP_REQUIRED ->
                    BusinessException.unauthenticated(
                            "OTP_REQUIRED", "Sign in again with the code of your second factor");
                case OTP_ENROLMENT_REQUIRED ->
                    BusinessException.refused(
                            "OTP_ENROLMENT_REQUIRED", "Your role needs a second factor; enrol one, then sign in");
                case INCOMPLETE ->
                    BusinessException.refused(
                            "PASSWORD_CHANGE_REQUIRED",
                            "Your password is temporary or has expired; change it, then sign in");
            };
        }
    }

    /** No tokens. */
    public static final class Refused extends Exception {

        private final Refusal refusal;
        private final @Nullable UUID user;

        Refused(Refusal refusal, @Nullable UUID user) {
            super(refusal.name(), null, false, false);
            this.refusal = refusal;
            this.user = user;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /** By password, and the code of a second factor where there is one; without it no failure is counted. */
    public Tokens ofPassword(String email, String password, @Nullable String code) throws Refused {
        var grant = ofPassword(email, password);
        if (code != null) {
            grant.add("otp", code);
        }
        return token(grant);
    }

    /**
     * Who proves by his password that he may enrol his first second factor; opens no session.
     *
     * @throws Refused when the password is wrong, or there is a second factor to prove himself with
     */
    public UUID mayEnrol(String email, String password) throws Refused {
        var grant = ofPassword(email, password);
        grant.add("aurora_purpose", "enrolment");
        try {
            token(grant);
        } catch (Refused e) {
            if (e.refusal() == Refusal.OTP_ENROLMENT_REQUIRED && e.user != null) {
                return e.user;
            }
            throw e;
        }
        throw new IllegalStateException("The realm lets in who only asked to enrol");
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
            throw new Refused(answer.refusal(), answer.aurora_user());
        }
    }

    private LinkedMultiValueMap<String, String> ofPassword(String email, String password) {
        var grant = grant("password");
        grant.add("scope", "openid");
        grant.add("username", email);
        grant.add("password", password);
        return grant;
    }

    private LinkedMultiValueMap<String, String> grant(String type) {
        var grant = new LinkedMultiValueMap<String, String>();
        grant.add("grant_type", type);
        grant.add("client_id", properties.clientId());
        grant.add("client_secret", properties.clientSecret());
        return grant;
    }

    /** @param aurora_user who it is, when the password was right */
    private record TokenError(
            @Nullable String error,
            @Nullable String error_description,
            @Nullable UUID aurora_user) {

        boolean blamesUser() {
            return "invalid_grant".equals(error);
        }

        Refusal refusal() {
            return switch (Objects.requireNonNullElse(error_description, "")) {
                case "otp_required" -> Refusal.OTP_REQUIRED;
                case "otp_enrolment_required" -> Refusal.OTP_ENROLMENT_REQUIRED;
                case "Account is not fully set up" -> Refusal.INCOMPLETE; // Keycloak's own words
                default -> Refusal.REFUSED;
            };
        }
    }
}
