package com.promode.aurora.notification.socket;

import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** Opens and closes the sockets of one channel. */
class SocketHandler extends AbstractWebSocketHandler {

    private static final String SOCKET = "socket";
    /** Tomcat's own name for how long a blocking write may take. */
    private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private final Channel channel;
    private final Sockets sockets;
    private final SocketProperties properties;
    private final Clock clock;

    SocketHandler(Channel channel, Sockets sockets, SocketProperties properties, Clock clock) {
        this.channel = channel;
        this.sockets = sockets;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        if (session instanceof NativeWebSocketSession container) {
            var tomcat = container.getNativeSession(Session.class);
            if (tomcat != null) {
                tomcat.getUserProperties()
                        .put(SEND_TIMEOUT, properties.sendTimeout().toMillis());
            }
        }
        var admission = SocketAccess.admission(session);
        var socket = new Socket(session, admission, properties, clock, () -> missed(admission));
        session.getAttributes().put(SOCKET, socket);
        sockets.add(socket); // before it asks for what it missed, so that nothing falls between
        socket.start();
        sockets.endIfVoid(socket); // the news may have come between the handshake and now
    }

    private List<Frame> missed(Socket.Admission admission) throws InterruptedException {
        return admission.since() == null ? List.of() : sockets.missed(channel, admission.audience(), admission.since());
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
        session.close(Closing.NOTHING_TO_SAY);
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) throws IOException {
        session.close(Closing.NOTHING_TO_SAY);
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        socket(session).pong();
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var socket = socket(session);
        sockets.remove(socket);
        socket.stop();
    }

    private static Socket socket(WebSocketSession session) {
        if (session.getAttributes().get(SOCKET) instanceof Socket socket) {
            return socket;
        }
        throw new IllegalStateException("A session without its socket");
    }
}
