package com.promode.aurora.auth.mobile;

import com.promode.aurora.auth.session.Login;
import com.promode.aurora.auth.session.SessionEnding;
import com.promode.aurora.auth.session.SessionService;
import com.promode.aurora.auth.session.TokenView;
import com.promode.aurora.starter.web.BusinessException;
import org.springframework.stereotype.Service;

/** Signs drivers in, and nobody else: that there is an account is told only to whoever knows its password. */
@Service
class MobileSignIn {

    private static final String DRIVERS = "delivery_personnel";

    private final SessionService sessions;
    private final SessionEnding ending;

    MobileSignIn(SessionService sessions, SessionEnding ending) {
        this.sessions = sessions;
        this.ending = ending;
    }

    TokenView open(Login login) {
        var opened = sessions.open(login);
        if (!opened.user().roles().contains(DRIVERS)) {
            ending.opened(opened);
            throw BusinessException.forbidden("This app is for delivery personnel");
        }
        return opened;
    }
}
