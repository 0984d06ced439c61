package com.promode.aurora.notification.socket;

import org.springframework.web.socket.CloseStatus;

/** Why we close a socket. The codes are part of the protocol, see the README. */
final class Closing {

    static final CloseStatus NOTHING_TO_SAY = new CloseStatus(1003, "This socket takes no messages");
    static final CloseStatus FAILED = new CloseStatus(1011, "Something went wrong on our side; open it again");
    static final CloseStatus TOKEN_EXPIRED =
            new CloseStatus(4401, "The access token has expired; open it with a new one");
    static final CloseStatus SESSION_ENDED = new CloseStatus(4403, "The session has ended; sign in again");
    static final CloseStatus NO_PONG = new CloseStatus(4408, "The pings were not answered");
    static final CloseStatus TOO_SLOW = new CloseStatus(4429, "Too slow; open it again with ?since=");

    private Closing() {}
}
