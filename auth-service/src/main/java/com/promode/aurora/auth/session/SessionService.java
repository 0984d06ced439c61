package com.promode.aurora.auth.session;

import com.promode.aurora.auth.keycloak.KeycloakTokens;
import com.promode.aurora.auth.keycloak.KeycloakTokens.Refused;
import com.promode.aurora.auth.user.UserService;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Sessions live in Keycloak; this says in Aurora's words why there is none. */
@Service
public class SessionService {

    private final KeycloakTokens tokens;
    private final UserService users;
    private final Tenants tenants;
    private final SignIns signIns;

    SessionService(KeycloakTokens tokens, UserService users, Tenants tenants, SignIns signIns) {
        this.tokens = tokens;
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
            throw e.refusal().answer();
        }
    }

    TokenView refresh(Refresh refresh) {
        try {
            var renewed = tokens.ofRefreshToken(refresh.refreshToken());
            return TokenView.of(renewed, renewed.identity());
        } catch (Refused e) {
            throw BusinessException.unauthenticated(
                    "UNAUTHENTICATED", "The refresh token is used up, expired or not valid; sign in again");
        }
    }
}
