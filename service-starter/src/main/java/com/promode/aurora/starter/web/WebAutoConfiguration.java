package com.promode.aurora.starter.web;

import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The envelope, the error answers, the clock. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@Import({EnvelopeAdvice.class, ProblemAdvice.class, FailureController.class})
class WebAutoConfiguration {

    /** Ticks in microseconds, like the timestamps of PostgreSQL: what was answered is what is read later. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean
    Failures failures(JsonMapper json, Clock clock, Tracer tracer) {
        return new Failures(json, clock, tracer);
    }

    @Bean
    JacksonModule timesWithOffset() {
        return new SimpleModule("times-with-offset").addDeserializer(Instant.class, new OffsetTimeDeserializer());
    }

    @Bean
    WebMvcConfigurer ifMatchArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IfMatchResolver());
            }
        };
    }

    private static final class IfMatchResolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(IfMatch.class);
        }

        @Override
        public IfMatch resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return new IfMatch(request.getHeader(HttpHeaders.IF_MATCH));
        }
    }
}
