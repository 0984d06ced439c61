package com.promode.aurora.auth.session;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Set<String> WITHOUT_TOKEN = Set.of("/api/auth/login", "/api/auth/refresh");

    /** Clients send their old token along when they sign in or refresh; that it has expired is no reason to refuse them. */
    @Bean
    BearerTokenResolver tokenUnlessSigningIn() {
        var resolver = new DefaultBearerTokenResolver();
        return request -> WITHOUT_TOKEN.contains(request.getServletPath()) ? null : resolver.resolve(request);
    }
}
