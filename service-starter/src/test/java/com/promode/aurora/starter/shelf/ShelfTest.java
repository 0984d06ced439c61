package com.promode.aurora.starter.shelf;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/** A test of the small application over HTTP, with real PostgreSQL and Kafka; all such tests share one of each. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ShelfApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=inventory-service",
            "spring.cloud.config.enabled=false",
            "aurora.command.max-body=256KB",
            "management.server.port=0"
        })
@ContextConfiguration(initializers = Parts.class)
@Import({Client.class, Sender.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface ShelfTest {}
