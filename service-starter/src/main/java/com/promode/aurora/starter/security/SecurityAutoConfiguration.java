package com.promode.aurora.starter.security;

import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.Failures;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.expression.method.DefaultMethodSecurityExpressionHandler;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every request needs a good token, every endpoint its permission. */
@AutoConfiguration(before = ServletWebSecurityAutoConfiguration.class)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityAutoConfiguration {

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Failures failures,
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<BearerTokenResolver> resolvers) {
        AuthenticationEntryPoint unauthenticated = (request, response, failure) -> {
            if (failure instanceof AuthenticationServiceException) {
                failures.write(
                        response,
                        BusinessException.unavailable(
                                "Tokens can't be verified right now; try again in a few seconds"));
                return;
            }
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            failures.write(
                    response,
                    BusinessException.unauthenticated(
                            "UNAUTHENTICATED", "Sign in first: the access token is missing, expired or not valid"));
        };
        AccessDeniedHandler forbidden = (request, response, ignored) ->
                failures.write(response, BusinessException.forbidden("You are not allowed to do this"));
        var open = new PublicEndpoints(mappings);
        var usual = resolvers.getIfAvailable(HeaderTokens::new);
        // an expired token must not keep anyone from signing in or refreshing it
        BearerTokenResolver tokens = request -> open.matches(request) ? null : usual.resolve(request);
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(EndpointRequest.to("health", "prometheus", "info"))
                                .permitAll()
                                .requestMatchers(open)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .bearerTokenResolver(tokens)
                        .withObjectPostProcessor(refusing(unauthenticated))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .build();
    }

    /** Also where the issuer's keys are not to be had, which Spring Security would throw on. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> refusing(AuthenticationEntryPoint refusal) {
        var handler = new AuthenticationEntryPointFailureHandler(refusal);
        handler.setRethrowAuthenticationServiceException(false);
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }

    /**
     * Refuses what Spring Security's own refuses. That one matches each value against a regular expression of Unicode classes,
     * a token's thousand characters among them; header values are ISO 8859-1, which has no unassigned characters.
     */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(
                value -> value.chars().noneMatch(each -> each != '\t' && Character.isISOControl(each)));
        return firewall;
    }

    /** A span for each filter of each request would cost more than it tells. */
    @Bean
    SecurityObservationSettings noSpanPerFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /** First of all feeds: those that act on a revocation rely on its being known here. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Revocations revocations(Clock clock) {
        return new Revocations(clock);
    }

    /** Authorities are the plain strings of the claim {@code permissions}. */
    @Bean
    JwtAuthenticationConverter permissions() {
        var permissions = new JwtGrantedAuthoritiesConverter();
        permissions.setAuthoritiesClaimName("permissions");
        permissions.setAuthorityPrefix("");
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(permissions);
        return converter;
    }

    @Bean
    WebMvcConfigurer permissionBeforeBody() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PermissionInterceptor(new DefaultMethodSecurityExpressionHandler()));
            }
        };
    }
}
