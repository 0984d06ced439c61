package com.promode.aurora.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.context.ContextConfiguration;

/** The whole gateway on a random port, with the settings of config-repo, {@link TestKafka} and the services of {@link Backend}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {Backend.class, TestKafka.class})
@Import(GatewayTest.NoQuietPeriod.class)
@interface GatewayTest {

    /** Ends at once: no request is under way any more when a context is closed. */
    @TestConfiguration(proxyBeanMethods = false)
    class NoQuietPeriod {

        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            var resources = new ReactorResourceFactory();
            resources.setShutdownQuietPeriod(Duration.ZERO);
            return resources;
        }
    }
}
