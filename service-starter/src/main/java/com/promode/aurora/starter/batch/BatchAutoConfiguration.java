package com.promode.aurora.starter.batch;

import jakarta.persistence.EntityManager;
import jakarta.validation.Validator;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Batches as arguments of controllers. */
@AutoConfiguration(after = HibernateJpaAutoConfiguration.class)
class BatchAutoConfiguration {

    @Bean
    Batches batches(PlatformTransactionManager transactions, EntityManager entities) {
        return new Batches(transactions, entities);
    }

    @Bean
    WebMvcConfigurer batchArguments(JsonMapper json, Validator validator) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new BatchResolver(json, validator));
            }
        };
    }
}
