package com.promode.aurora.starter.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The endpoints that say {@code @PreAuthorize("permitAll()")}: all others need a token before anything else is looked at. */
class PublicEndpoints implements RequestMatcher {

    private final SingletonSupplier<List<PathPatternRequestMatcher>> matchers;

    PublicEndpoints(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.matchers = SingletonSupplier.of(() -> mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(endpoint -> isPublic(endpoint.getValue()))
                .flatMap(PublicEndpoints::matchers)
                .toList());
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return matchers.obtain().stream().anyMatch(matcher -> matcher.matches(request));
    }

    private static boolean isPublic(HandlerMethod method) {
        var rule = PermissionInterceptor.rule(method);
        return rule != null && rule.value().equals("permitAll()");
    }

    private static Stream<PathPatternRequestMatcher> matchers(Map.Entry<RequestMappingInfo, HandlerMethod> endpoint) {
        Set<RequestMethod> methods = endpoint.getKey().getMethodsCondition().getMethods();
        return endpoint.getKey().getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> PathPatternRequestMatcher.withDefaults()
                        .matcher(HttpMethod.valueOf(method.name()), pattern)));
    }
}
