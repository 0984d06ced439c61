package com.promode.aurora.auth.session;

import com.promode.aurora.starter.web.Done;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class SessionController {

    private final SessionService sessions;
    private final SessionEnding ending;

    SessionController(SessionService sessions, SessionEnding ending) {
        this.sessions = sessions;
        this.ending = ending;
    }

    @PostMapping("/login")
    @PreAuthorize("permitAll()")
    TokenView login(@Valid @RequestBody Login login) {
        return sessions.open(login);
    }

    @PostMapping("/refresh")
    @PreAuthorize("permitAll()")
    TokenView refresh(@Valid @RequestBody Refresh refresh) {
        return sessions.refresh(refresh);
    }

    @PostMapping("/logout")
    @PreAuthorize("isAuthenticated()")
    Done logout() {
        ending.callers();
        return new Done("Signed out");
    }
}
