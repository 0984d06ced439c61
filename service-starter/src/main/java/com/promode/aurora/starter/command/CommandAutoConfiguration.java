package com.promode.aurora.starter.command;

import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Retries and Idempotency-Keys for all writes. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@EnableConfigurationProperties(CommandProperties.class)
class CommandAutoConfiguration {

    @Bean
    IdempotencyStore idempotencyStore(JdbcClient jdbc) {
        return new IdempotencyStore(jdbc);
    }

    @Bean
    IdempotencyJob idempotencyJob(
            IdempotencyStore store, PlatformTransactionManager transactions, CommandProperties properties) {
        return new IdempotencyJob(store, new TransactionTemplate(transactions), properties);
    }

    @Bean
    FilterRegistrationBean<RepeatableBodyFilter> repeatableBody(CommandProperties properties) {
        var filter = new FilterRegistrationBean<>(new RepeatableBodyFilter(properties.maxBody()));
        filter.setOrder(Ordered.LOWEST_PRECEDENCE); // after security: nothing is read for a stranger
        return filter;
    }

    @Bean
    WebMvcRegistrations commandHandlerAdapter(
            PlatformTransactionManager transactions,
            IdempotencyStore store,
            Tenants tenants,
            CommandProperties properties) {
        var idempotency = new Idempotency(new TransactionTemplate(transactions), store, tenants);
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new CommandHandlerAdapter(idempotency, properties);
            }
        };
    }
}
