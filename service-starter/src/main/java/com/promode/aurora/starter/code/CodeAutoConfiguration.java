package com.promode.aurora.starter.code;

import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes per tenant. */
@AutoConfiguration
class CodeAutoConfiguration {

    @Bean
    Codes codes(JdbcClient jdbc, Tenants tenants) {
        return new Codes(jdbc, tenants);
    }
}
