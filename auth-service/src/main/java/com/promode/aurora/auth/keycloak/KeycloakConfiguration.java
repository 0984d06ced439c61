package com.promode.aurora.auth.keycloak;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/** Clients of Keycloak; unlike our own API they overlook fields that they do not know. */
@Configuration(proxyBeanMethods = false)
class KeycloakConfiguration {

    private final RestClient.Builder builder;
    private final KeycloakProperties properties;
    private final Breaker breaker = new Breaker(CircuitBreaker.of(
            "keycloak",
            CircuitBreakerConfig.custom()
                    .slidingWindow(10, 5, SlidingWindowType.COUNT_BASED)
                    .waitDurationInOpenState(Duration.ofSeconds(5))
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .build()));

    KeycloakConfiguration(RestClient.Builder builder, KeycloakProperties properties) {
        this.builder = builder;
        this.properties = properties;
    }

    @Bean
    KeycloakTokens keycloakTokens() {
        var http = client(properties.tokens()).requestInterceptor(breaker).build();
        return new KeycloakTokens(proxy(http, TokenClient.class), properties);
    }

    @Bean
    KeycloakAdmin keycloakAdmin(KeycloakTokens tokens, Clock clock) {
        var http = client(properties.administration())
                .requestInterceptor(new ServiceAccount(tokens, clock))
                .requestInterceptor(breaker)
                .build();
        return proxy(http, KeycloakAdmin.class);
    }

    @Bean
    KeycloakFactors keycloakFactors(KeycloakTokens tokens, Clock clock) {
        var http = client(properties.factors())
                .requestInterceptor(new ServiceAccount(tokens, clock))
                .requestInterceptor(breaker)
                .build();
        return proxy(http, KeycloakFactors.class);
    }

    private RestClient.Builder client(URI base) {
        var connections = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .build());
        connections.setReadTimeout(properties.readTimeout());
        return builder.clone()
                .baseUrl(base)
                .requestFactory(connections)
                .requestInterceptor(new ClientAddress())
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(
                                JsonMapper.builder().build())));
    }

    private static <T> T proxy(RestClient http, Class<T> client) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http))
                .build()
                .createClient(client);
    }
}
