package com.promode.aurora.notification.security;

import com.promode.aurora.notification.alert.AlertChannel;
import com.promode.aurora.notification.alert.AlertChannels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecurityAlertConfiguration {

    @Bean
    AlertChannel securityAlerts(AlertChannels channels) {
        return channels.of("/ws/admin/security-events", "security:read");
    }
}
