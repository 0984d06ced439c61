package com.promode.aurora.gateway.upstream;

import java.util.List;
import java.util.function.Function;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** A socket's life and the subprotocols it may speak. */
record SocketHandler(List<String> protocols, Function<WebSocketSession, Mono<Void>> life) implements WebSocketHandler {

    @Override
    public List<String> getSubProtocols() {
        return protocols;
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        return life.apply(session);
    }
}
