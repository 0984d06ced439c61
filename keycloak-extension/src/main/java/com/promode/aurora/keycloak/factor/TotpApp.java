package com.promode.aurora.keycloak.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.HmacOTP;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.utils.TotpUtils;

/** The authenticator app, which is Keycloak's own kind of credential. */
record TotpApp(KeycloakSession session, RealmModel realm, UserModel user) {

    private static final int SECRET_LETTERS = 20;
    private static final Duration TO_CONFIRM = Duration.ofMinutes(15);

    /**
     * What the app is told.
     *
     * @param secret in base32, for those who type it
     * @param qrCode PNG in base64
     */
    record Offer(String secret, String uri, String qrCode) {}

    boolean enrolled() {
        return credentials().findAny().isPresent();
    }

    /** A secret that waits for its first code, in place of the one before. */
    Offer offer() {
        var secret = HmacOTP.generateSecret(SECRET_LETTERS);
        session.singleUseObjects().put(key(), TO_CONFIRM.toSeconds(), Map.of("secret", secret));
        return new Offer(
                TotpUtils.encode(secret).replace(" ", ""),
                realm.getOTPPolicy().getKeyURI(realm, user, secret),
                TotpUtils.qrCode(session, secret, realm, user));
    }

    /** The secret that was offered; empty when there is none, or no longer. */
    Optional<String> offered() {
        return Optional.ofNullable(session.singleUseObjects().get(key())).map(notes -> notes.get("secret"));
    }

    /** Whether the app knows the secret; it is a factor from then on, and this code is used up. */
    boolean confirm(String secret, String code) {
        var policy = realm.getOTPPolicy();
        var validator = new TimeBasedOTP(
                policy.getAlgorithm(), policy.getDigits(), policy.getPeriod(), policy.getLookAheadWindow());
        if (!validator.validateTOTP(code, secret.getBytes(US_ASCII))
                || session.singleUseObjects().remove(key()) == null) {
            return false;
        }
        user.credentialManager().createStoredCredential(OTPCredentialModel.createFromPolicy(realm, secret));
        return use(code);
    }

    /** Whether it is a code of the app that was not used before; Keycloak remembers it as used. */
    boolean use(String code) {
        var otp = (OTPCredentialProvider)
                session.getProvider(CredentialProvider.class, OTPCredentialProviderFactory.PROVIDER_ID);
        return credentials().toList().stream()
                .anyMatch(held ->
                        otp.isValid(realm, user, new UserCredentialModel(held.getId(), OTPCredentialModel.TYPE, code)));
    }

    void remove() {
        credentials()
                .map(CredentialModel::getId)
                .toList()
                .forEach(user.credentialManager()::removeStoredCredentialById);
    }

    private Stream<CredentialModel> credentials() {
        return user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE);
    }

    private String key() {
        return "aurora.totp-offer." + user.getId();
    }
}
