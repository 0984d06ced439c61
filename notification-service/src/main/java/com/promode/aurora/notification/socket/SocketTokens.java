package com.promode.aurora.notification.socket;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;

/** Finds the access token: a browser can't set the header Authorization on a WebSocket, so it offers a subprotocol. */
@Component
class SocketTokens implements BearerTokenResolver {

    static final String PROTOCOL = "aurora.v1";

    private static final String BEARER = "bearer.";

    private final BearerTokenResolver header = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var token = header.resolve(request);
        return token == null && request.getRequestURI().startsWith("/ws/") ? offered(request) : token;
    }

    private static @Nullable String offered(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
                .flatMap(protocols -> Arrays.stream(protocols.split(",")))
                .map(String::strip)
                .filter(protocol -> protocol.startsWith(BEARER))
                .map(protocol -> protocol.substring(BEARER.length()))
                .findFirst()
                .orElse(null);
    }
}
