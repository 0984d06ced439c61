package com.promode.aurora.gateway.access;

import static org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall.ALLOWED_HEADER_NAMES;
import static org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall.ALLOWED_HEADER_VALUES;

import com.promode.aurora.gateway.answer.Answers;
import com.promode.aurora.gateway.limit.BodyLimit;
import com.promode.aurora.gateway.limit.RateLimit;
import com.promode.aurora.gateway.signing.SignatureCheck;
import com.promode.aurora.gateway.token.VerifiedTokens;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private static final String BEARER = "Bearer ";

    @Bean
    ForwardedHeaderTransformer forwardedHeaderTransformer(AccessProperties properties) {
        return new TrustedForwarding(new Proxies(properties.trustedProxies()));
    }

    @Bean
    ServerExchangeRejectedHandler rejectedHandler(Answers answers) {
        return answers::handle;
    }

    /** As strict as the library's own, whose regular expressions cost a tenth of a request's time where no letter is odd. */
    @Bean
    ServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowedHeaderNames(name -> isPrintable(name) || ALLOWED_HEADER_NAMES.test(name));
        firewall.setAllowedHeaderValues(value -> isPrintable(value) || ALLOWED_HEADER_VALUES.test(value));
        return firewall;
    }

    private static boolean isPrintable(@Nullable String text) {
        if (text == null) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** A span for each filter of each request would cost more than it tells. */
    @Bean
    SecurityObservationSettings noSpanPerFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /** Health and metrics need no token: their port is not reachable from outside. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain management(ServerHttpSecurity http) {
        return http.securityMatcher(
                        new OrServerWebExchangeMatcher(EndpointRequest.toAnyEndpoint(), EndpointRequest.toLinks()))
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .build();
    }

    @Bean
    SecurityWebFilterChain api(
            ServerHttpSecurity http,
            AccessProperties access,
            Answers answers,
            RateLimit rateLimit,
            BodyLimit bodyLimit,
            AdminAllowList allowList,
            SignatureCheck signatures,
            ReactiveJwtDecoder decoder,
            VerifiedTokens verified) {
        var open = open(access.publicEndpoints());
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges -> exchanges
                        .matchers(open)
                        .permitAll()
                        // a page has no token before somebody pastes one into it
                        .pathMatchers(HttpMethod.GET, "/docs", "/docs/**")
                        .permitAll()
                        // a handshake may carry its token or ticket where only notification-service looks
                        .pathMatchers("/ws/**")
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> jwt.jwtDecoder(verified.over(decoder)))
                        .bearerTokenConverter(unlessOpen(open))
                        .authenticationEntryPoint(answers::handle)
                        .accessDeniedHandler(answers::handle))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(answers::handle).accessDeniedHandler(answers::handle))
                .addFilterAt(Origins.filter(access.allowedOrigins()), SecurityWebFiltersOrder.CORS)
                .addFilterAfter(new CallerFilter(), SecurityWebFiltersOrder.AUTHORIZATION)
                .addFilterAfter(rateLimit::filter, SecurityWebFiltersOrder.AUTHORIZATION)
                .addFilterAfter(allowList::filter, SecurityWebFiltersOrder.AUTHORIZATION)
                .addFilterAfter(bodyLimit::filter, SecurityWebFiltersOrder.AUTHORIZATION)
                .addFilterAfter(signatures::filter, SecurityWebFiltersOrder.AUTHORIZATION)
                .build();
    }

    private static ServerWebExchangeMatcher open(List<String> endpoints) {
        if (endpoints.isEmpty()) {
            return exchange -> MatchResult.notMatch();
        }
        return new OrServerWebExchangeMatcher(endpoints.stream()
                .map(endpoint -> endpoint.split(" ", 2))
                .<ServerWebExchangeMatcher>map(endpoint ->
                        new PathPatternParserServerWebExchangeMatcher(endpoint[1], HttpMethod.valueOf(endpoint[0])))
                .toList());
    }

    /** Where no token is needed a stale one does no harm: a client that refreshes may still send the old one. */
    private static ServerAuthenticationConverter unlessOpen(ServerWebExchangeMatcher open) {
        return exchange -> open.matches(exchange)
                .filter(match -> !match.isMatch())
                .flatMap(closed -> Mono.justOrEmpty(bearer(exchange.getRequest().getHeaders())));
    }

    /** RFC 6750, section 2.1. What the token is made of is the decoder's to judge, which hardly ever has to. */
    private static @Nullable Authentication bearer(HttpHeaders headers) {
        var authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        var token = authorization.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : new BearerTokenAuthenticationToken(token);
    }
}
