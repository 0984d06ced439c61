package com.promode.aurora.gateway.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param publicEndpoints method and path, e.g. {@code POST /api/auth/login}, that need no token
 * @param allowedOrigins origin patterns of browsers that may call, e.g. {@code https://portal.example.com}
 * @param trustedProxies networks, e.g. {@code 10.0.0.0/8}, whose X-Forwarded-* headers are believed
 */
@ConfigurationProperties("aurora.gateway.access")
record AccessProperties(
        @DefaultValue List<String> publicEndpoints,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue List<String> trustedProxies) {

    AccessProperties {
        if (allowedOrigins.contains("*")) {
            throw new IllegalArgumentException("Name the origins that may call; * would let in every page there is");
        }
    }
}
