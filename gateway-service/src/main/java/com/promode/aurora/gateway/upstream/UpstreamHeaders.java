package com.promode.aurora.gateway.upstream;

import com.promode.aurora.gateway.answer.Answers;
import io.micrometer.tracing.propagation.Propagator;
import java.util.List;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** What a service hears about the caller comes from the gateway alone. */
@Component
class UpstreamHeaders implements HttpHeadersFilter, Ordered {

    /** Names under which proxies commonly pass on an identity, or another request; nobody outside may use them. */
    private static final List<String> RESERVED = List.of(
            "x-user",
            "x-tenant",
            "x-auth",
            "x-role",
            "x-permission",
            "x-client",
            "x-real-ip",
            "x-original-",
            "x-remote-",
            "x-forwarded-",
            // a method that the decision was not made for
            "x-http-method",
            "x-method-override",
            // settled here
            "x-signature");

    private final Propagator propagator;

    UpstreamHeaders(Propagator propagator) {
        this.propagator = propagator;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var headers = new HttpHeaders();
        input.forEach((name, values) -> {
            if (RESERVED.stream().noneMatch(name.toLowerCase(Locale.ROOT)::startsWith)) {
                headers.addAll(name, values);
            }
        });
        var client = request.getRemoteAddress();
        if (client != null) {
            headers.set("X-Forwarded-For", client.getAddress().getHostAddress());
        }
        var uri = request.getURI();
        Answers.span(exchange)
                .ifPresent(span ->
                        propagator.inject(span.context(), headers, (same, name, value) -> headers.set(name, value)));
        headers.set("X-Forwarded-Proto", uri.getScheme());
        headers.set("X-Forwarded-Host", uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
        return headers;
    }

    /** After the framework's own filter, which drops every X-Forwarded header. */
    @Override
    public int getOrder() {
        return 1;
    }
}
