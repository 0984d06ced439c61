package com.promode.aurora.starter.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.expression.Expression;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.expression.ExpressionUtils;
import org.springframework.security.access.expression.method.MethodSecurityExpressionHandler;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Evaluates {@link PreAuthorize} of a handler before its arguments are bound, so that a caller without the permission gets
 * 403 whatever he sends. A handler of ours without the annotation is closed to all.
 */
class PermissionInterceptor implements HandlerInterceptor {

    private final MethodSecurityExpressionHandler expressions;
    private final Map<String, Expression> parsed = new ConcurrentHashMap<>();

    PermissionInterceptor(MethodSecurityExpressionHandler expressions) {
        this.expressions = expressions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !isAllowed(method)) {
            throw new AccessDeniedException("permission missing");
        }
        return true;
    }

    private boolean isAllowed(HandlerMethod method) {
        var rule = rule(method);
        if (rule == null) {
            return !method.getBeanType().getName().startsWith("com.promode.aurora");
        }
        var invocation = new SimpleMethodInvocation(
                method.getBean(), method.getMethod(), new Object[method.getMethodParameters().length]);
        var context = expressions.createEvaluationContext(
                () -> SecurityContextHolder.getContext().getAuthentication(), invocation);
        var expression = parsed.computeIfAbsent(
                rule.value(), text -> expressions.getExpressionParser().parseExpression(text));
        return ExpressionUtils.evaluateAsBoolean(expression, context);
    }

    static @Nullable PreAuthorize rule(HandlerMethod method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), PreAuthorize.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), PreAuthorize.class);
    }
}
