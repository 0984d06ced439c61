package com.promode.aurora.gateway.upstream;

import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** Carries messages both ways; when one side closes, the other is closed with the same status. */
final class SocketBridge {

    private SocketBridge() {}

    static Mono<Void> join(WebSocketSession client, WebSocketSession service) {
        return Mono.when(
                carry(client, service), carry(service, client), close(client, service), close(service, client));
    }

    private static Mono<Void> carry(WebSocketSession from, WebSocketSession to) {
        return to.send(from.receive().doOnNext(WebSocketMessage::retain)).onErrorResume(broken -> Mono.empty());
    }

    private static Mono<Void> close(WebSocketSession closed, WebSocketSession other) {
        return closed.closeStatus()
                .defaultIfEmpty(CloseStatus.NO_CLOSE_FRAME)
                .flatMap(status -> other.close(sendable(status)));
    }

    /** Some codes only describe what happened and may not be sent. */
    private static CloseStatus sendable(CloseStatus status) {
        return switch (status.getCode()) {
            case 1004, 1006, 1015 -> CloseStatus.GOING_AWAY;
            case 1005 -> CloseStatus.NORMAL;
            default -> status;
        };
    }
}
