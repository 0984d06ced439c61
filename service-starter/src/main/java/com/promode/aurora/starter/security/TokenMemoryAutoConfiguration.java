package com.promode.aurora.starter.security;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Whoever decodes tokens does so with a memory. */
@AutoConfiguration
class TokenMemoryAutoConfiguration {

    @Bean
    static BeanPostProcessor tokenMemory(ObjectProvider<OAuth2TokenValidator<Jwt>> validators) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder decoder
                        ? new RememberedTokens(decoder, validators, Clock.systemUTC())
                        : bean;
            }
        };
    }
}
