package com.promode.aurora.keycloak.factor;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.directgrant.AbstractDirectGrantAuthenticator;
import org.keycloak.events.Errors;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The second factor of a sign-in by password: code of an app, of a text message, or a backup code, in the form field
 * {@code otp}. Comes after the password, so only its owner learns that a code or an enrolment is wanted; neither counts
 * as a failure, a wrong code does.
 */
public final class SecondFactorAuthenticator extends AbstractDirectGrantAuthenticator {

    /** Set to {@code enrolment} by who wants to know whether he may enrol, and no token. */
    private static final String PURPOSE = "aurora_purpose";

    private @Nullable SmsSender sender;

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        sender = SmsSender.of(System.getenv()).orElse(null);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        var factors = new SecondFactors(context.getSession(), context.getRealm(), context.getUser(), sender);
        var form = context.getHttpRequest().getDecodedFormParameters();
        var enrolling = "enrolment".equals(form.getFirst(PURPOSE));
        var code = form.getFirst("otp");
        if (!factors.any()) {
            if (enrolling || factors.required()) {
                missing(context, "otp_enrolment_required");
            } else {
                context.success();
            }
        } else if (enrolling) {
            missing(context, "otp_required");
        } else if (code == null || code.isBlank()) {
            factors.sendCode();
            missing(context, "otp_required");
        } else if (factors.use(code)) {
            if (factors.required()) {
                PasswordAge.check(context.getRealm(), context.getUser());
            }
            context.success(OTPCredentialModel.TYPE);
        } else {
            wrong(context);
        }
    }

    private static void missing(AuthenticationFlowContext context, String what) {
        context.challenge(Response.status(Response.Status.BAD_REQUEST)
                .entity(Map.of(
                        "error",
                        "invalid_grant",
                        "error_description",
                        what,
                        "aurora_user",
                        context.getUser().getId()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build());
    }

    /** As Keycloak answers a wrong password. */
    private void wrong(AuthenticationFlowContext context) {
        context.getEvent().user(context.getUser());
        context.getEvent().error(Errors.INVALID_USER_CREDENTIALS);
        context.failure(
                AuthenticationFlowError.INVALID_USER,
                errorResponse(
                        Response.Status.BAD_REQUEST.getStatusCode(), "invalid_grant", "Invalid user credentials"));
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public String getId() {
        return "aurora-second-factor";
    }

    @Override
    public String getDisplayType() {
        return "Aurora: second factor";
    }

    /** Failures of codes count as those of Keycloak's own do. */
    @Override
    public String getReferenceCategory() {
        return OTPCredentialModel.TYPE;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return REQUIREMENT_CHOICES;
    }

    @Override
    public String getHelpText() {
        return "Code of an app, of a text message or a backup code, for whoever has one or needs one";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
