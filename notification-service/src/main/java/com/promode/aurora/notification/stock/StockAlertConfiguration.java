package com.promode.aurora.notification.stock;

import com.promode.aurora.notification.alert.AlertChannel;
import com.promode.aurora.notification.alert.AlertChannels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StockAlertConfiguration {

    @Bean
    AlertChannel stockAlerts(AlertChannels channels) {
        return channels.of("/ws/inventory/alerts", "stock:read");
    }
}
