package com.promode.aurora.test;

import com.promode.aurora.test.openapi.OpenApi;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The beans that tests are given. */
@TestConfiguration(proxyBeanMethods = false)
class ServiceTestConfiguration {

    @Bean
    TestTokens testTokens() {
        return RealParts.TOKENS;
    }

    @Bean
    @Lazy
    OpenApi openApi(
            @Value("${spring.application.name}") String service,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            JsonMapper mapper,
            ListableBeanFactory beans) {
        return new OpenApi(service, mappings, mapper, beans);
    }

    @Bean
    Api api(Environment environment, TestTokens tokens, ObjectProvider<OpenApi> openApi) {
        return new Api(environment, tokens, openApi);
    }

    @Bean(destroyMethod = "close")
    Events events(Environment environment) {
        return new Events(environment.getRequiredProperty("spring.kafka.bootstrap-servers"));
    }
}
