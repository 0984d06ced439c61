package com.promode.aurora.auth.session;

import com.promode.aurora.auth.access.RealmAccess;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.KeycloakTokens;
import com.promode.aurora.auth.keycloak.KeycloakTokens.Refusal;
import com.promode.aurora.auth.keycloak.KeycloakTokens.Refused;
import com.promode.aurora.auth.user.UserService;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Sessions live in Keycloak; this says in Aurora's words why there is none. */
@Service
public class SessionService {

    private static final String OTP = "otp";

    private final KeycloakTokens tokens;
    private final KeycloakAdmin keycloak;
    private final RealmAccess access;
    private final UserService users;
    private final Tenants tenants;
    private final SignIns signIns;

    SessionService(
            KeycloakTokens tokens,
            KeycloakAdmin keycloak,
            RealmAccess access,
            UserService users,
            Tenants tenants,
            SignIns signIns) {
        this.tokens = tokens;
        this.keycloak = keycloak;
        this.access = access;
        this.users = users;
        this.tenants = tenants;
        this.signIns = signIns;
    }

    /** Signs in; says in the codes of a refusal what to do next, once the password has proved right. */
    public TokenView open(Login login) {
        try {
            var opened = tokens.ofPassword(login.email(), login.password(), login.code());
            var identity = opened.identity();
            if (identity.tenantId() != null) {
                tenants.run(UUID.fromString(identity.tenantId()), () -> users.signedIn(identity.id()));
            }
            signIns.opened(opened);
            return TokenView.of(opened, identity);
        } catch (Refused e) {
            throw e.refusal() == Refusal.INCOMPLETE ? whatIsMissing(login) : refused();
        }
    }

    TokenView refresh(Refresh refresh) {
        try {
            var renewed = tokens.ofRefreshToken(refresh.refreshToken());
            return TokenView.of(renewed, renewed.identity());
        } catch (Refused e) {
            signIns.refused(refresh.refreshToken());
            throw BusinessException.unauthenticated(
                    "UNAUTHENTICATED", "The refresh token is used up, expired or not valid; sign in again");
        }
    }

    /** Only asked once the password has proved right. */
    private BusinessException whatIsMissing(Login login) {
        var found = keycloak.usersByEmail(login.email().strip().toLowerCase(Locale.ROOT)).stream()
                .findFirst();
        if (found.isEmpty()) {
            return refused();
        }
        var user = found.get().id();
        var enrolled =
                keycloak.credentials(user).stream().anyMatch(held -> held.type().equals(OTP));
        if (enrolled && login.code() == null) {
            return BusinessException.unauthenticated(
                    "OTP_REQUIRED", "Sign in again with the code of your second factor");
        }
        if (!enrolled && access.needsSecondFactor(user)) {
            return BusinessException.refused(
                    "OTP_ENROLMENT_REQUIRED", "Your role needs a second factor; enrol one, then sign in");
        }
        return BusinessException.refused(
                "PASSWORD_CHANGE_REQUIRED", "Your password is temporary or has expired; change it, then sign in");
    }

    private static BusinessException refused() {
        return BusinessException.unauthenticated(
                "UNAUTHENTICATED", "The e-mail address, password or code is not right");
    }
}
