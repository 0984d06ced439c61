package com.promode.aurora.auth.keycloak;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Signs calls of the administration with our own token, which is kept until shortly before it expires or is refused. */
class ServiceAccount implements ClientHttpRequestInterceptor {

    private static final long MARGIN_SECONDS = 30;

    private final KeycloakTokens tokens;
    private final Clock clock;
    private volatile @Nullable Held held;

    private record Held(String token, Instant until) {}

    ServiceAccount(KeycloakTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        request.getHeaders().setBearerAuth(token());
        var response = execution.execute(request, body);
        if (!response.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            return response;
        }
        response.close();
        held = null;
        request.getHeaders().setBearerAuth(token());
        return execution.execute(request, body);
    }

    private String token() {
        var current = held;
        if (current == null || !clock.instant().isBefore(current.until())) {
            var fresh = tokens.ofService();
            current = new Held(fresh.accessToken(), clock.instant().plusSeconds(fresh.expiresIn() - MARGIN_SECONDS));
            held = current;
        }
        return current.token();
    }
}
