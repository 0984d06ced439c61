package com.promode.aurora.test;

import com.promode.aurora.test.openapi.OpenApiWriter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of a whole service on a random port, with real PostgreSQL and Kafka, which all tests of a module share. The
 * database is not emptied between tests: make what you need, in a tenant of your own if it must be alone.
 *
 * <p>Beans to use: {@link Api} to call the service, {@link Events} to send and await events, {@link TestTokens}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.cloud.config.enabled=false", "AURORA_CONFIG_IMPORT=optional:classpath:/test.yml"})
@ContextConfiguration(initializers = RealParts.class)
@Import(ServiceTestConfiguration.class)
@ExtendWith(OpenApiWriter.class)
public @interface ServiceTest {}
