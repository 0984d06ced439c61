package com.promode.aurora.notification.socket;

import com.promode.aurora.notification.socket.Socket.Admission;
import com.promode.aurora.starter.feed.FeedReader;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.Failures;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.WebUtils;

/** Decides over a handshake, whose token has already been found good, and answers a refusal like any other request. */
class SocketAccess implements HandshakeInterceptor {

    private static final String ADMISSION = "admission";

    private final Channel channel;
    private final SocketProperties properties;
    private final FeedReader feeds;
    private final Failures failures;

    SocketAccess(Channel channel, SocketProperties properties, FeedReader feeds, Failures failures) {
        this.channel = channel;
        this.properties = properties;
        this.feeds = feeds;
        this.failures = failures;
    }

    static Admission admission(WebSocketSession session) {
        if (session.getAttributes().get(ADMISSION) instanceof Admission admission) {
            return admission;
        }
        throw new IllegalStateException("A session that nobody let in");
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        try {
            checkOrigin(request);
            attributes.put(ADMISSION, admit(((ServletServerHttpRequest) request).getServletRequest()));
            return true;
        } catch (BusinessException refusal) {
            failures.write(((ServletServerHttpResponse) response).getServletResponse(), refusal);
            return false;
        }
    }

    private Admission admit(HttpServletRequest request) {
        var caller = Caller.current();
        var audience = channel.admit(caller, variables(request));
        var since = since(request);
        if (!feeds.isFollowing()) {
            throw BusinessException.unavailable("The events can't be followed just now; try again");
        }
        return new Admission(audience, caller.token().getToken(), since);
    }

    /** A browser names the page's origin; whoever names none is no browser. */
    private void checkOrigin(ServerHttpRequest request) {
        var origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        if (origin != null && !properties.allowedOrigins().contains(origin) && !WebUtils.isSameOrigin(request)) {
            throw BusinessException.forbidden("Pages of %s may not open this socket", origin);
        }
    }

    private static @Nullable UUID since(HttpServletRequest request) {
        var since = request.getParameter("since");
        try {
            return since == null ? null : UUID.fromString(since);
        } catch (IllegalArgumentException ignored) {
            throw BusinessException.invalid("since", "must be the id of a message");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> variables(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? (Map<String, String>) variables
                : Map.of();
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // nothing to undo
    }
}
