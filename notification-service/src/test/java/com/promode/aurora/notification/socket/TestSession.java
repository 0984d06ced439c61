package com.promode.aurora.notification.socket;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/** The container's end of a socket whose client may stop to read. */
class TestSession {

    final List<Object> sent = new CopyOnWriteArrayList<>();
    final CompletableFuture<CloseStatus> closed = new CompletableFuture<>();
    final CountDownLatch reading;

    /** @param reads whether the client reads; else writes wait until {@link #reading} is counted down */
    TestSession(boolean reads) {
        reading = new CountDownLatch(reads ? 0 : 1);
    }

    WebSocketSession session() {
        return (WebSocketSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WebSocketSession.class}, (ignored, method, arguments) -> {
                    switch (method.getName()) {
                        case "sendMessage" -> {
                            reading.await();
                            sent.add(((WebSocketMessage<?>) arguments[0]).getPayload());
                            return null;
                        }
                        case "close" -> {
                            closed.complete((CloseStatus) arguments[0]);
                            return null;
                        }
                        case "getId" -> {
                            return "test";
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                });
    }
}
