package com.promode.aurora.test;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the service at PostgreSQL and Kafka of this JVM's tests, and at the keys of {@link TestTokens}. */
class RealParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final TestTokens TOKENS = new TestTokens();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var schema = context.getEnvironment()
                .getRequiredProperty("spring.application.name")
                .replaceFirst("-service$", "");
        TestPropertyValues.of(
                        "spring.datasource.url=" + TestDatabase.url(),
                        "spring.datasource.username=" + schema + "_service",
                        "spring.datasource.password=" + TestDatabase.PASSWORD,
                        "spring.flyway.url=" + TestDatabase.url(),
                        "spring.flyway.user=aurora_owner",
                        "spring.flyway.password=" + TestDatabase.PASSWORD,
                        "spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TOKENS.issuer(),
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + TOKENS.keysUri(),
                        "spring.security.oauth2.resourceserver.jwt.audiences=aurora-api",
                        "management.server.port=0")
                .applyTo(context);
    }
}
