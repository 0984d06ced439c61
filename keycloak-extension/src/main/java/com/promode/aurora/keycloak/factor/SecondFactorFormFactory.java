package com.promode.aurora.keycloak.factor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers {@link SecondFactorForm}. */
public final class SecondFactorFormFactory implements AuthenticatorFactory {

    private @Nullable SmsSender sender;

    @Override
    public Authenticator create(KeycloakSession session) {
        return new SecondFactorForm(sender);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        sender = SmsSender.of(System.getenv()).orElse(null);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "aurora-second-factor-form";
    }

    @Override
    public String getDisplayType() {
        return "Aurora: second factor in a form";
    }

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
    public boolean isUserSetupAllowed() {
        return true;
    }

    @Override
    public String getHelpText() {
        return "Asks whoever has a second factor for its code, and whoever needs one to enrol it";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
