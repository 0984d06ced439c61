package com.promode.aurora.auth.session;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.promode.aurora.starter.security.Caller;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/sessions")
class OwnSessionController {

    private final SessionList sessions;
    private final SessionEnding ending;

    OwnSessionController(SessionList sessions, SessionEnding ending) {
        this.sessions = sessions;
        this.ending = ending;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    List<SessionView> list() {
        return sessions.of(Caller.current().id());
    }

    /** Also the one of the token that this is called with. */
    @DeleteMapping
    @PreAuthorize("isAuthenticated()")
    @ResponseStatus(NO_CONTENT)
    void endAll() {
        ending.all(Caller.current().id());
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    @ResponseStatus(NO_CONTENT)
    void end(@PathVariable String id) {
        ending.one(Caller.current().id(), id);
    }
}
