package com.promode.aurora.starter.denial;

import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Refusals become events. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(DenialProperties.class)
class DenialAutoConfiguration {

    @Bean
    Denials denials(
            Outbox outbox, Tenants tenants, PlatformTransactionManager transactions, DenialProperties properties) {
        return new Denials(outbox, tenants, new TransactionTemplate(transactions), properties.waiting());
    }

    /** Behind the security filters, where it is known who calls. */
    @Bean
    FilterRegistrationBean<DenialFilter> denialFilter(
            Denials denials, Tenants tenants, DenialProperties properties, Environment environment, Clock clock) {
        var filter = new DenialFilter(
                denials,
                new DenialLimit(properties.perUserAndMinute()),
                tenants,
                environment.getRequiredProperty("spring.application.name"),
                clock);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }
}
