package com.promode.aurora.test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes that a running service has. */
final class Routes {

    private Routes() {}

    /** A route, its path variables without names, and the rule that its handler carries. */
    record Route(String method, String path, String rule) {}

    static List<Route> of(RequestMappingHandlerMapping mappings, String packageName) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith(packageName))
                .flatMap(Routes::of)
                .toList();
    }

    /** The path with {@code {}} for each of its variables. */
    static String anonymous(String path) {
        var plain = new StringBuilder();
        var depth = 0;
        for (var letter : path.toCharArray()) {
            if (letter == '{') {
                depth++;
            }
            if (depth == 0) {
                plain.append(letter);
            }
            if (letter == '}' && --depth == 0) {
                plain.append("{}");
            }
        }
        return plain.toString();
    }

    private static Stream<Route> of(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        var rule = AnnotatedElementUtils.findMergedAnnotation(entry.getValue().getMethod(), PreAuthorize.class);
        return entry.getKey().getPatternValues().stream()
                .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .map(method ->
                                new Route(method.name(), anonymous(path), rule == null ? "none" : rule.value())));
    }
}
