package com.promode.aurora.starter.event;

import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.contracts.warehouse.StorageEvent;
import com.promode.aurora.contracts.warehouse.StorageEvent.StorageLocationChanged;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.kafka.annotation.KafkaListener;

/** A service with one listener, auto-configured but for the web. */
final class TestService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    TestService(Schema schema) {
        this(schema, "kafkaListenerContainerFactory");
    }

    TestService(Schema schema, String factory) {
        context = new SpringApplicationBuilder(Application.class, Listener.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.application.name",
                        "test-service",
                        "spring.cloud.config.enabled",
                        false,
                        "spring.datasource.url",
                        Servers.database() + "?currentSchema=" + schema.name,
                        "spring.datasource.username",
                        "service",
                        "spring.datasource.password",
                        Servers.PASSWORD,
                        "spring.flyway.enabled",
                        false,
                        "spring.kafka.bootstrap-servers",
                        Servers.kafka(),
                        "aurora.tenant.follow",
                        false,
                        "test.topic",
                        schema.topic,
                        "test.group",
                        "test." + schema.name))
                .properties("aurora.inbox.patience=1s", "test.factory=" + factory)
                .run();
    }

    /** How often the listener got the event. */
    int attempts(IntegrationEvent event) {
        return context.getBean(Listener.class).attempts.getOrDefault(event.eventId(), 0);
    }

    /** For which tenants it worked. */
    Set<UUID> tenants() {
        return context.getBean(Listener.class).seen;
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "com.promode.aurora.starter.batch.BatchAutoConfiguration",
                "com.promode.aurora.starter.command.CommandAutoConfiguration",
                "com.promode.aurora.starter.list.ListAutoConfiguration",
                "com.promode.aurora.starter.security.SecurityAutoConfiguration",
                "com.promode.aurora.starter.security.TokenAutoConfiguration",
                "com.promode.aurora.starter.web.WebAutoConfiguration"
            })
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    static class Listener {

        final Map<UUID, Integer> attempts = new ConcurrentHashMap<>();
        final Set<UUID> seen = ConcurrentHashMap.newKeySet();

        private final Inbox inbox;
        private final JdbcOperations jdbc;
        private final Tenants tenants;

        Listener(Inbox inbox, JdbcOperations jdbc, Tenants tenants) {
            this.inbox = inbox;
            this.jdbc = jdbc;
            this.tenants = tenants;
        }

        @KafkaListener(topics = "${test.topic}", groupId = "${test.group}", containerFactory = "${test.factory}")
        void on(StorageEvent event) {
            if (event instanceof StorageLocationChanged changed) {
                inbox.once(changed, () -> apply(changed));
            }
        }

        private void apply(StorageLocationChanged event) {
            seen.add(tenants.current());
            jdbc.update("INSERT INTO effects VALUES (?)", event.eventId());
            var attempt = attempts.merge(event.eventId(), 1, Integer::sum);
            if (event.name().equals("poison")) {
                throw new IllegalArgumentException("refused");
            }
            if (event.name().equals("of something unheard of")) {
                throw BusinessException.notYet("Location %s has not been heard of yet", event.locationId());
            }
            if (event.name().equals("busy") && attempt < 5) {
                throw new CannotAcquireLockException("busy");
            }
        }
    }
}
