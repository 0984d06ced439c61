package com.promode.aurora.auth.keycloak;

import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells Keycloak for whom we call, so that its sessions and events hold the client's address and program and not ours. */
class ClientAddress implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            // nothing else of the client's: scheme, host or port would change the issuer of the tokens
            request.getHeaders().set("X-Forwarded-For", attributes.getRequest().getRemoteAddr());
            var agent = attributes.getRequest().getHeader(HttpHeaders.USER_AGENT);
            if (agent != null) {
                request.getHeaders().set(HttpHeaders.USER_AGENT, agent);
            }
        }
        return execution.execute(request, body);
    }
}
