package com.promode.aurora.starter.shelf;

import com.promode.aurora.localstack.component.DatabaseBootstrap;
import com.promode.aurora.localstack.component.Folders;
import com.promode.aurora.localstack.component.KafkaServer;
import com.promode.aurora.localstack.component.PostgresServer;
import com.promode.aurora.localstack.component.Running;
import com.promode.aurora.localstack.component.Topics;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL and Kafka for the small application, one of each per JVM. */
public final class Parts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final Tokens TOKENS = new Tokens();

    private static final String PASSWORD = "test";
    private static final Path LOGS = Folders.temporary("logs");
    private static final PostgresServer POSTGRES = PostgresServer.temporary();
    private static final KafkaServer KAFKA = KafkaServer.temporary();

    static {
        Running.start(POSTGRES, LOGS.resolve("postgresql.log"));
        DatabaseBootstrap.of(POSTGRES).run(role -> PASSWORD);
        Running.start(KAFKA, LOGS.resolve("kafka.log"));
        Topics.create(KAFKA.bootstrapServers());
    }

    /** The database as a role sees it that has no application around it: the service's own, or the owner's. */
    public static JdbcTemplate database(String role) {
        var source = new PGSimpleDataSource();
        source.setUrl(POSTGRES.jdbcUrl("aurora"));
        source.setUser(role);
        source.setPassword(PASSWORD);
        source.setCurrentSchema("inventory");
        return new JdbcTemplate(source);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + POSTGRES.jdbcUrl("aurora"),
                        "spring.datasource.username=inventory_service",
                        "spring.datasource.password=" + PASSWORD,
                        "spring.flyway.url=" + POSTGRES.jdbcUrl("aurora"),
                        "spring.flyway.user=aurora_owner",
                        "spring.flyway.password=" + PASSWORD,
                        "spring.kafka.bootstrap-servers=" + KAFKA.bootstrapServers(),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TOKENS.issuer(),
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + TOKENS.keysUri(),
                        "spring.security.oauth2.resourceserver.jwt.audiences=aurora-api")
                .applyTo(context);
    }
}
