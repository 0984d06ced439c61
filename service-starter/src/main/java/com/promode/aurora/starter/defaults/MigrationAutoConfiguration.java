package com.promode.aurora.starter.defaults;

import java.util.HashMap;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Migrations run in the service's own schema and grant to its own role: {@code inventory-service} owns {@code inventory}. */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
class MigrationAutoConfiguration {

    @Bean
    FlywayConfigurationCustomizer ownSchema(Environment environment, DataSourceProperties database) {
        var schema = environment.getRequiredProperty("spring.application.name").replaceFirst("-service$", "");
        return flyway -> {
            var placeholders = new HashMap<>(flyway.getPlaceholders());
            placeholders.put("role", database.determineUsername());
            flyway.defaultSchema(schema).placeholders(placeholders);
        };
    }
}
