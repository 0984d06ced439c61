package com.promode.aurora.auth.session;

import com.promode.aurora.auth.keycloak.KeycloakAdmin.Session;
import com.promode.aurora.starter.security.Caller;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The open sessions of a user: Keycloak's, with the devices that are noted here. Its limit keeps the list short. */
@Component
class SessionList {

    private final OpenSessions open;
    private final SessionDevices devices;

    SessionList(OpenSessions open, SessionDevices devices) {
        this.open = open;
        this.devices = devices;
    }

    /** The one that was used last comes first. */
    List<SessionView> of(UUID user) {
        var current = Optional.ofNullable(Caller.current().token().getToken().getClaimAsString("sid"));
        var agents = devices.of(user);
        return open.of(user).stream()
                .sorted(Comparator.comparingLong(Session::lastAccess).reversed())
                .map(session -> SessionView.of(
                        session,
                        agents.getOrDefault(session.id(), Optional.empty()).orElse(null),
                        current.filter(session.id()::equals).isPresent()))
                .toList();
    }
}
