package com.promode.aurora.starter.setting;

import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Settings, for any service that asks for them. */
@AutoConfiguration(beforeName = "com.promode.aurora.starter.feed.FeedAutoConfiguration")
@ConditionalOnWebApplication
class SettingAutoConfiguration {

    @Bean
    Settings settings(Tenants tenants, JsonMapper json) {
        return new Settings(tenants, json);
    }
}
