package com.promode.aurora.auth.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    AccessCatalogue accessCatalogue() {
        return AccessCatalogue.load();
    }
}
