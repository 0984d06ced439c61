package com.promode.aurora.test;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The beans that tests are given. */
@TestConfiguration(proxyBeanMethods = false)
class ServiceTestConfiguration {

    @Bean
    TestTokens testTokens() {
        return RealParts.TOKENS;
    }

    @Bean
    Api api(Environment environment, TestTokens tokens) {
        return new Api(environment, tokens);
    }

    @Bean(destroyMethod = "close")
    Events events(Environment environment) {
        return new Events(environment.getRequiredProperty("spring.kafka.bootstrap-servers"));
    }
}
