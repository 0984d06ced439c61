package com.promode.aurora.auth.keycloak;

import com.promode.aurora.starter.web.BusinessException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Turns a Keycloak that does not answer into 503, at once when it has been silent for a while. Only silence opens the
 * breaker: an HTTP 5xx may be the fault of one request, and must not shut everybody else out.
 */
class Breaker implements ClientHttpRequestInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final CircuitBreaker breaker;

    Breaker(CircuitBreaker breaker) {
        this.breaker = breaker;
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.warn(
                        "Keycloak: breaker {} -> {}",
                        event.getStateTransition().getFromState(),
                        event.getStateTransition().getToState()));
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (!breaker.tryAcquirePermission()) {
            throw silent();
        }
        var start = System.nanoTime();
        try {
            var response = execution.execute(request, body);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            if (response.getStatusCode().is5xxServerError()) {
                LOG.error(
                        "Keycloak answered {} to {} {}",
                        response.getStatusCode(),
                        request.getMethod(),
                        request.getURI().getPath());
                response.close();
                throw silent();
            }
            return response;
        } catch (IOException e) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            LOG.warn("Keycloak does not answer: {}", e.toString());
            throw silent();
        }
    }

    private static BusinessException silent() {
        return BusinessException.unavailable("Sign-in is not available right now; try again in a few seconds");
    }
}
