package com.promode.aurora.keycloak.factor;

import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticator;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/** The same second factor in the portals' sign-in page: Keycloak's page for a code takes all kinds of them. */
final class SecondFactorForm extends OTPFormAuthenticator {

    private final @Nullable SmsSender sender;

    SecondFactorForm(@Nullable SmsSender sender) {
        this.sender = sender;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        var factors = factors(context.getSession(), context.getRealm(), context.getUser());
        if (factors.any()) {
            factors.sendCode();
            context.challenge(challenge(context, null));
        } else {
            context.success();
        }
    }

    @Override
    public void validateOTP(AuthenticationFlowContext context) {
        var user = context.getUser();
        if (!enabledUser(context, user)) {
            return; // it has answered
        }
        var factors = factors(context.getSession(), context.getRealm(), user);
        var code = context.getHttpRequest().getDecodedFormParameters().getFirst("otp");
        if (code != null && factors.use(code)) {
            if (factors.required()) {
                PasswordAge.check(context.getRealm(), user);
            }
            context.success(OTPCredentialModel.TYPE);
        } else {
            context.getEvent().user(user).error(Errors.INVALID_USER_CREDENTIALS);
            context.failureChallenge(
                    AuthenticationFlowError.INVALID_CREDENTIALS,
                    challenge(context, Messages.INVALID_TOTP, Validation.FIELD_OTP_CODE));
        }
    }

    /** Who needs one and has none is led to enrol an app on the spot. */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        var factors = factors(session, realm, user);
        return factors.any() || !factors.required();
    }

    private SecondFactors factors(KeycloakSession session, RealmModel realm, UserModel user) {
        return new SecondFactors(session, realm, user, sender);
    }
}
