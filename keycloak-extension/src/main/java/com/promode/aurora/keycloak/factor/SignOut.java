package com.promode.aurora.keycloak.factor;

import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Ends sessions and says so. */
final class SignOut {

    private SignOut() {}

    static void everywhere(KeycloakSession session, RealmModel realm, UserModel user) {
        session.sessions().getUserSessionsStream(realm, user).toList().forEach(open -> {
            AuthenticationManager.backchannelLogout(session, open, true);
            new EventBuilder(realm, session, session.getContext().getConnection())
                    .event(EventType.LOGOUT)
                    .user(user)
                    .session(open.getId())
                    .success();
        });
    }
}
