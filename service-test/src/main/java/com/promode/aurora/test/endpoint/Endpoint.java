package com.promode.aurora.test.endpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** A route of the running service, and the handler behind it. */
public record Endpoint(String method, PathPattern pattern, HandlerMethod handler) {

    private static final String OURS = "com.promode.aurora.";
    private static final String STARTER = OURS + "starter.";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** The routes of the service's own controllers, by path. */
    public static List<Endpoint> of(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOurs(entry.getValue().getBeanType().getName()))
                .flatMap(Endpoint::of)
                .sorted(Comparator.comparing(Endpoint::path)
                        .thenComparing(endpoint -> METHODS.indexOf(endpoint.method())))
                .toList();
    }

    /** The path with the names of its variables: {@code /api/warehouse/lots/{id}}. */
    public String path() {
        var plain = new StringBuilder();
        var depth = 0;
        var condition = false;
        for (var letter : pattern.getPatternString().toCharArray()) {
            depth += letter == '{' ? 1 : 0;
            condition = depth > 0 && (condition || letter == ':');
            depth -= letter == '}' ? 1 : 0;
            if (!condition || depth == 0) {
                plain.append(letter);
                condition = false;
            }
        }
        return plain.toString();
    }

    /** Who may call it, as its handler says. */
    public String rule() {
        var rule = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        return rule == null ? "none" : rule.value();
    }

    /** Whether it needs no token. */
    public boolean isPublic() {
        return rule().equals("permitAll()");
    }

    /** Whether a call of this path comes here, unless there is a route that fits better. */
    public boolean answersTo(String calledMethod, String calledPath) {
        return method.equals(calledMethod) && pattern.matches(PathContainer.parsePath(calledPath));
    }

    @Override
    public String toString() {
        return method + " " + path();
    }

    private static boolean isOurs(String type) {
        return type.startsWith(OURS) && !type.startsWith(STARTER);
    }

    private static Stream<Endpoint> of(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        var patterns = Objects.requireNonNull(entry.getKey().getPathPatternsCondition())
                .getPatterns();
        return patterns.stream().flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                .map(method -> new Endpoint(method.name(), pattern, entry.getValue())));
    }
}
