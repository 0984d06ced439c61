package com.promode.aurora.starter.business;

import com.promode.aurora.starter.tenant.Tenants;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Business dates. */
@AutoConfiguration
class BusinessAutoConfiguration {

    @Bean
    BusinessTime businessTime(Tenants tenants, Clock clock) {
        return new BusinessTime(tenants, clock);
    }
}
