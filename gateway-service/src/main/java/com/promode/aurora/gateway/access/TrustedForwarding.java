package com.promode.aurora.gateway.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes the request say who really calls, before anything looks at it. X-Forwarded-* and Forwarded of anyone but a
 * trusted proxy are dropped unread.
 */
class TrustedForwarding extends ForwardedHeaderTransformer {

    private static final String FORWARDED = "X-Forwarded-";
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";

    private final Proxies proxies;

    TrustedForwarding(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public ServerHttpRequest apply(ServerHttpRequest request) {
        var headers = request.getHeaders();
        if (headers.headerNames().stream().noneMatch(TrustedForwarding::isForwarding)) {
            return request;
        }
        var nearest = request.getRemoteAddress();
        var plain = request.mutate().headers(TrustedForwarding::dropForwarding);
        if (nearest != null && proxies.trust(nearest)) {
            plain.remoteAddress(proxies.client(nearest, headers.getOrDefault(FOR, List.of())));
            adaptUri(request, plain, headers);
        }
        return plain.build();
    }

    private static void adaptUri(ServerHttpRequest request, ServerHttpRequest.Builder plain, HttpHeaders headers) {
        var proto = last(headers, PROTO);
        var host = last(headers, HOST);
        if (proto == null && host == null) {
            return;
        }
        var uri = UriComponentsBuilder.fromUri(request.getURI());
        if (proto != null && Set.of("http", "https").contains(proto)) {
            uri.scheme(proto);
        }
        if (host != null && host.matches("[A-Za-z0-9.-]+(:\\d{1,5})?")) {
            var port = host.indexOf(':');
            uri.host(port < 0 ? host : host.substring(0, port)).port(port < 0 ? null : host.substring(port + 1));
        }
        plain.uri(uri.build(true).toUri());
    }

    private static @Nullable String last(HttpHeaders headers, String name) {
        var values = headers.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        var value = values.getLast();
        return value.substring(value.lastIndexOf(',') + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static void dropForwarding(HttpHeaders headers) {
        List.copyOf(headers.headerNames()).stream()
                .filter(TrustedForwarding::isForwarding)
                .forEach(headers::remove);
    }

    private static boolean isForwarding(String name) {
        return name.regionMatches(true, 0, FORWARDED, 0, FORWARDED.length()) || name.equalsIgnoreCase("Forwarded");
    }
}
