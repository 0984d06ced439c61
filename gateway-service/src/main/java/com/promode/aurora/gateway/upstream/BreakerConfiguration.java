package com.promode.aurora.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.ErrorResponse;

@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

    @Bean
    Customizer<ReactiveResilience4JCircuitBreakerFactory> breakers(BreakerProperties properties) {
        var breaker = CircuitBreakerConfig.custom()
                .slidingWindowSize(properties.calls())
                .minimumNumberOfCalls(properties.calls())
                .failureRateThreshold(properties.failures())
                .waitDurationInOpenState(properties.pause())
                .permittedNumberOfCallsInHalfOpenState(3)
                // a body that is too large says nothing about the service
                .ignoreException(failure -> failure instanceof ErrorResponse response
                        && response.getStatusCode().is4xxClientError())
                .build();
        return factory -> factory.configureDefault(id ->
                new Resilience4JConfigBuilder(id).circuitBreakerConfig(breaker).build());
    }
}
