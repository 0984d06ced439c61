package com.promode.aurora.starter.list;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lists over SQL, and a {@link JdbcClient} that reads our enums by their wire values. */
@AutoConfiguration(before = JdbcClientAutoConfiguration.class)
class ListAutoConfiguration {

    private final DefaultConversionService conversions = new DefaultConversionService();

    ListAutoConfiguration() {
        conversions.addConverterFactory(new WireEnums());
    }

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcOperations jdbc) {
        return JdbcClient.create(jdbc, conversions);
    }

    @Bean
    Lists lists(JdbcClient jdbc) {
        return new Lists(jdbc, conversions);
    }

    @Bean
    WebMvcConfigurer listQueryArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ListQueryResolver());
            }
        };
    }

    /** An enum constant by what its {@code toString} says, as in {@code very-good}. */
    private static final class WireEnums implements ConverterFactory<String, Enum<?>> {

        @Override
        public <E extends Enum<?>> Converter<String, E> getConverter(Class<E> type) {
            return wire -> Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(wire + " is no " + type.getSimpleName()));
        }
    }
}
