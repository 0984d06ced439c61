package com.promode.aurora.starter.tenant;

import com.promode.aurora.starter.event.Inbox;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.cfg.MultiTenancySettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes every transaction and every entity belong to a tenant. */
@AutoConfiguration(before = HibernateJpaAutoConfiguration.class)
@EnableConfigurationProperties(TenantProperties.class)
class TenantAutoConfiguration {

    @Bean
    Tenants tenants(JdbcOperations jdbc, TenantProperties properties) {
        return new Tenants(jdbc, properties);
    }

    @Bean
    HibernatePropertiesCustomizer tenantIdentifier(Tenants tenants) {
        return properties -> properties.put(
                MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new TenantIdentifierResolver(tenants));
    }

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory entityManagers, Tenants tenants) {
        return new TenantTransactionManager(entityManagers, tenants);
    }

    @Bean
    @ConditionalOnProperty(name = "aurora.tenant.follow", matchIfMissing = true)
    TenantListener tenantListener(Inbox inbox, JdbcClient jdbc) {
        return new TenantListener(inbox, jdbc);
    }
}
