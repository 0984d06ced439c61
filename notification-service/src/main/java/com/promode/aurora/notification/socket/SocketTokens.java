package com.promode.aurora.notification.socket;

import com.promode.aurora.starter.security.HeaderTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.stereotype.Component;

/**
 * Finds the access token: a browser can't set the header Authorization on a WebSocket, so it offers a subprotocol, or has a
 * one-time ticket in the address.
 */
@Component
class SocketTokens implements BearerTokenResolver {

    static final String PROTOCOL = "aurora.v1";

    private static final String BEARER = "bearer.";
    private static final String REDEEMED = SocketTokens.class.getName();

    private final BearerTokenResolver header = new HeaderTokens();
    private final Tickets tickets;

    SocketTokens(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var token = header.resolve(request);
        if (token != null || !request.getRequestURI().startsWith("/ws/")) {
            return token;
        }
        return offered(request).or(() -> redeemed(request)).orElse(null);
    }

    private static Optional<String> offered(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
                .flatMap(protocols -> Arrays.stream(protocols.split(",")))
                .map(String::strip)
                .filter(protocol -> protocol.startsWith(BEARER))
                .map(protocol -> protocol.substring(BEARER.length()))
                .findFirst();
    }

    /** Once per request, however often it is asked for. */
    @SuppressWarnings("unchecked")
    private Optional<String> redeemed(HttpServletRequest request) {
        var ticket = request.getParameter("ticket");
        if (ticket == null) {
            return Optional.empty();
        }
        if (request.getAttribute(REDEEMED) instanceof Optional<?> before) {
            return (Optional<String>) before;
        }
        var token = tickets.redeem(ticket);
        request.setAttribute(REDEEMED, token);
        return token;
    }
}
