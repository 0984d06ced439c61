package com.promode.aurora.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;

/** The services and the issuer of tokens, one small server each, shared by all tests. */
class Backend implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** What a service received. */
    record Received(String service, String method, String uri, Map<String, String> headers) {}

    static final List<String> SERVICES =
            List.of("auth", "supplier", "inventory", "warehouse", "logistics", "analytics", "notification");

    static final ConcurrentLinkedQueue<Received> RECEIVED = new ConcurrentLinkedQueue<>();
    private static final Map<String, DisposableServer> SERVERS = new HashMap<>();
    private static final DisposableServer ISSUER = serve((request, response) ->
            response.header("Content-Type", "application/json").sendString(Mono.just(Tokens.jwks())));

    static {
        SERVICES.forEach(
                service -> SERVERS.put(service, serve((request, response) -> answer(service, request, response))));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        SERVERS.forEach((service, server) -> {
            var name = "AURORA_%s_URL".formatted(service.toUpperCase(Locale.ROOT));
            if (!context.getEnvironment().containsProperty(name)) {
                TestPropertyValues.of(name + "=http://127.0.0.1:" + server.port())
                        .applyTo(context);
            }
        });
        TestPropertyValues.of("AURORA_KEYCLOAK_URL=" + issuer()).applyTo(context);
    }

    static String issuer() {
        return "http://127.0.0.1:" + ISSUER.port();
    }

    /** The requests for a path, whoever got them. */
    static List<Received> received(String path) {
        return RECEIVED.stream()
                .filter(request -> request.uri().startsWith(path))
                .toList();
    }

    private static DisposableServer serve(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer) {
        return HttpServer.create().host("127.0.0.1").port(0).handle(answer).bindNow();
    }

    private static Publisher<Void> answer(String service, HttpServerRequest request, HttpServerResponse response) {
        var headers = new HashMap<String, String>();
        request.requestHeaders()
                .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        RECEIVED.add(new Received(service, request.method().name(), request.uri(), headers));
        response.header("X-Served-By", service + "-service");
        return switch (request.uri().replaceAll("\\?.*", "")) {
            case "/api/suppliers/reports/orders" ->
                response.sendString(Mono.delay(Duration.ofSeconds(1)).thenReturn("late"));
            case "/api/orders/slow" -> Mono.delay(Duration.ofSeconds(30)).then(response.send());
            case "/api/notifications/cut", "/api/warehouse/staff/cut" -> cut(request);
            case "/api/orders/cached" ->
                response.header("Cache-Control", "max-age=60").sendString(Mono.just("cached"));
            case "/ws/inventory/alerts" -> socket(request, response);
            case "/ws/forbidden" -> response.status(403).send();
            case "/ws/inventory/closing" -> response.sendWebsocket((in, out) -> out.sendClose(4001, "token ended"));
            default ->
                request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> response.sendString(
                                Mono.just("got " + body.length()))
                        .then());
        };
    }

    private static Mono<Void> cut(HttpServerRequest request) {
        return Mono.fromRunnable(
                () -> request.withConnection(connection -> connection.channel().close()));
    }

    private static Publisher<Void> socket(HttpServerRequest request, HttpServerResponse response) {
        if (!"Bearer good".equals(request.requestHeaders().get("Authorization"))
                && !request.uri().contains("ticket=good")
                && !request.requestHeaders().get("Sec-WebSocket-Protocol", "").contains("bearer.good")) {
            return response.status(401).send();
        }
        return response.sendWebsocket(
                (in, out) -> out.sendString(Mono.just("hello " + request.uri()))
                        .then()
                        .thenMany(out.sendString(in.receive().asString().map(text -> "echo " + text))),
                // a socket whose client offers none of the protocols that a spec names is never served
                request.requestHeaders().contains("Sec-WebSocket-Protocol")
                        ? WebsocketServerSpec.builder().protocols("aurora.v1").build()
                        : WebsocketServerSpec.builder().build());
    }
}
