package com.promode.aurora.gateway.upstream;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;

/**
 * Opens the socket to the service first and accepts the client's only when that worked, so that the client gets the
 * service's 401 or 403 as the answer to its handshake, and the subprotocol that the service chose. The framework's own
 * filter accepts the client before it asks the service.
 */
@Component
class WebSocketProxy implements GlobalFilter, Ordered {

    private static final Duration HANDSHAKE = Duration.ofSeconds(10);
    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";

    private final WebSocketService clients = new HandshakeWebSocketService();
    private final List<HttpHeadersFilter> headersFilters;
    // a socket lives long: it must not take a connection from the pool of the requests
    private final HttpClient connections = HttpClient.newConnection();

    WebSocketProxy(List<HttpHeadersFilter> headersFilters) {
        this.headersFilters = headersFilters;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!isHandshake(exchange) || ServerWebExchangeUtils.isAlreadyRouted(exchange)) {
            return chain.filter(exchange);
        }
        ServerWebExchangeUtils.setAlreadyRouted(exchange);
        var opened = Sinks.<Void>empty();
        var tooSlow = Mono.delay(HANDSHAKE)
                .takeUntilOther(opened.asMono())
                .flatMap(tick -> Mono.<Void>error(new TimeoutException("WebSocket handshake")));
        return Mono.when(connect(exchange, opened), tooSlow)
                .onErrorMap(WebSocketClientHandshakeException.class, WebSocketProxy::refusal);
    }

    private Mono<Void> connect(ServerWebExchange exchange, Sinks.Empty<Void> opened) {
        var request = exchange.getRequest();
        var headers = HttpHeadersFilter.filterRequest(headersFilters, exchange);
        var offered = offered(request.getHeaders());
        var client = new ReactorNettyWebSocketClient(
                headers.getOrigin() == null ? connections.doOnConnected(WebSocketProxy::nameNoOrigin) : connections);
        return client.execute(socketUri(exchange), plain(headers), new SocketHandler(offered, service -> {
            opened.tryEmitEmpty();
            var closed = Sinks.<Void>empty();
            var chosen = service.getHandshakeInfo().getSubProtocol();
            return clients.handleRequest(
                            offering(exchange, chosen),
                            new SocketHandler(
                                    chosen == null ? List.of() : List.of(chosen),
                                    session -> SocketBridge.join(session, service)
                                            .doFinally(signal -> closed.tryEmitEmpty())))
                    .then(closed.asMono());
        }));
    }

    /** Netty makes one up for a client that has none, and the service takes it for a page of somebody else. */
    private static void nameNoOrigin(Connection connection) {
        connection.addHandlerLast(new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                if (message instanceof HttpRequest request) {
                    request.headers().remove(HttpHeaderNames.ORIGIN);
                }
                context.write(message, promise);
            }
        });
    }

    private static boolean isHandshake(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())
                && request.getPath().value().startsWith("/ws/");
    }

    private static URI socketUri(ServerWebExchange exchange) {
        URI target = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
        var scheme = target.getScheme().toLowerCase(Locale.ROOT).replace("http", "ws");
        return UriComponentsBuilder.fromUri(target).scheme(scheme).build(true).toUri();
    }

    private static List<String> offered(HttpHeaders headers) {
        return headers.getOrEmpty(PROTOCOLS).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
    }

    /** The framework does not find a subprotocol behind a space in the client's list, so only the chosen one is left. */
    private static ServerWebExchange offering(ServerWebExchange exchange, @Nullable String chosen) {
        if (chosen == null) {
            return exchange;
        }
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.set(PROTOCOLS, chosen)))
                .build();
    }

    /** Without what belongs to the client's own handshake. */
    private static HttpHeaders plain(HttpHeaders headers) {
        var plain = new HttpHeaders();
        headers.forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!lower.startsWith("sec-websocket") && !lower.equals("host")) {
                plain.addAll(name, values);
            }
        });
        return plain;
    }

    private static Throwable refusal(WebSocketClientHandshakeException refused) {
        var response = refused.response();
        var status = response == null ? 503 : response.status().code();
        return new ResponseStatusException(HttpStatusCode.valueOf(status < 400 ? 503 : status), null, refused);
    }
}
