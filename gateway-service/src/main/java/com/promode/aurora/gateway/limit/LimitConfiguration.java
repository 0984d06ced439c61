package com.promode.aurora.gateway.limit;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    Buckets buckets(LimitProperties limits) {
        var own = new OwnBuckets();
        return limits.shared().isEmpty() ? own : new SharedBuckets(limits, own, Clock.systemUTC());
    }
}
