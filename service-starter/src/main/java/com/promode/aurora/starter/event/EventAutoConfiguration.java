package com.promode.aurora.starter.event;

import com.promode.aurora.starter.tenant.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Events: the outbox with its relay, the inbox, and what listeners need. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({OutboxProperties.class, InboxProperties.class})
@Import(ListenerConfiguration.class)
class EventAutoConfiguration {

    @Bean
    OutboxRelay outboxRelay(
            JdbcConnectionDetails database,
            ProducerFactory<?, ?> kafka,
            OutboxProperties properties,
            MeterRegistry meters) {
        var producers =
                new RelayProducers(new HashMap<>(kafka.getConfigurationProperties()), properties.deliveryTimeout());
        return new OutboxRelay(direct(database, properties), producers, properties, meters);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "aurora.outbox.relay", matchIfMissing = true)
    RelayLifecycle relayLifecycle(OutboxRelay relay) {
        return new RelayLifecycle(relay);
    }

    @Bean
    Outbox outbox(
            JdbcOperations jdbc,
            Tenants tenants,
            Environment environment,
            Tracer tracer,
            Propagator propagator,
            EntityManagerFactory entities,
            OutboxRelay relay) {
        var source = "/" + environment.getRequiredProperty("spring.application.name");
        return new Outbox(
                new OutboxTable(jdbc),
                tenants,
                source,
                traceParent(tracer, propagator),
                new EntityFlush(entities),
                relay::wake);
    }

    @Bean
    Inbox inbox(JdbcOperations jdbc, PlatformTransactionManager transactions) {
        return new Inbox(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    InboxJob inboxJob(Inbox inbox, OutboxProperties properties) {
        return new InboxJob(inbox, properties.inboxKept());
    }

    private static DataSource direct(JdbcConnectionDetails database, OutboxProperties properties) {
        var source = new PGSimpleDataSource();
        source.setUrl(Optional.ofNullable(properties.directUrl()).orElse(database.getJdbcUrl()));
        source.setUser(database.getUsername());
        source.setPassword(database.getPassword());
        source.setApplicationName("outbox-relay");
        source.setConnectTimeout(5);
        source.setSocketTimeout(30);
        source.setTcpKeepAlive(true);
        return source;
    }

    private static Supplier<@Nullable String> traceParent(Tracer tracer, Propagator propagator) {
        return () -> {
            var span = tracer.currentSpan();
            if (span == null) {
                return null;
            }
            var headers = new HashMap<String, String>();
            propagator.inject(span.context(), headers, (ignored, name, value) -> headers.put(name, value));
            return headers.get(EventHeaders.TRACE_PARENT);
        };
    }
}
