package com.promode.aurora.auth.session;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.promode.aurora.auth.keycloak.Accounts;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sessions of others, of the administrator's tenant. */
@RestController
@RequestMapping("/api/admin/users/{id}/sessions")
class UserSessionController {

    private final Accounts accounts;
    private final SessionList sessions;
    private final SessionEnding ending;

    UserSessionController(Accounts accounts, SessionList sessions, SessionEnding ending) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.ending = ending;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('users:read')")
    List<SessionView> list(@PathVariable UUID id) {
        return sessions.of(accounts.ofTenant(id).id());
    }

    @DeleteMapping
    @PreAuthorize("hasAuthority('users:write')")
    @ResponseStatus(NO_CONTENT)
    void endAll(@PathVariable UUID id) {
        ending.all(accounts.ofTenant(id).id());
    }

    @DeleteMapping("/{sessionId}")
    @PreAuthorize("hasAuthority('users:write')")
    @ResponseStatus(NO_CONTENT)
    void end(@PathVariable UUID id, @PathVariable String sessionId) {
        ending.one(accounts.ofTenant(id).id(), sessionId);
    }
}
