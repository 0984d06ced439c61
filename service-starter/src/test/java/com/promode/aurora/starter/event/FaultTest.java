package com.promode.aurora.starter.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** A test that runs as often as the system property {@code aurora.test.repetitions} says, once without it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(FaultTest.Repetitions.class)
@interface FaultTest {

    int REPETITIONS = Integer.getInteger("aurora.test.repetitions", 1);

    class Repetitions implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return IntStream.rangeClosed(1, REPETITIONS).mapToObj(Repetition::new);
        }
    }

    record Repetition(int number) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return number + " of " + REPETITIONS;
        }
    }
}
