package com.promode.aurora.starter.web;

import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.list.Paged;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Wraps what controllers return into the envelope, and sets {@code ETag} and {@code Location} from the view. */
@RestControllerAdvice("com.promode.aurora")
class EnvelopeAdvice implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return !Resource.class.isAssignableFrom(returnType.getParameterType())
                && !byte[].class.equals(returnType.getParameterType());
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Outcome outcome) {
            response.setStatusCode(status(outcome));
            return beforeBodyWrite(outcome.body(), returnType, contentType, converterType, request, response);
        }
        setHeaders(body, returnType, response);
        return switch (body) {
            case Envelope envelope -> envelope;
            case Resource resource -> resource;
            case Page<?> page -> new Envelope.Success(true, page.visibleItems(), page.meta(), "Success");
            case Paged paged -> new Envelope.Success(true, paged, paged.meta(), "Success");
            case Done done -> new Envelope.Success(true, null, null, done.message());
            case null -> status(response) == HttpStatus.NO_CONTENT ? null : success(null);
            default -> success(body);
        };
    }

    private static Envelope.Success success(@Nullable Object data) {
        return new Envelope.Success(true, data, null, "Success");
    }

    private static void setHeaders(@Nullable Object body, MethodParameter returnType, ServerHttpResponse response) {
        if (body instanceof Versioned view) {
            response.getHeaders().setETag("\"" + view.version() + "\"");
        }
        var status = status(response);
        if (response.getHeaders().containsHeader(HttpHeaders.LOCATION)) {
            return;
        }
        if (body instanceof Located view && (status == HttpStatus.CREATED || status == HttpStatus.ACCEPTED)) {
            response.getHeaders().setLocation(view.location());
        } else if (body != null && status == HttpStatus.CREATED) {
            id(body).ifPresent(id -> response.getHeaders().set(HttpHeaders.LOCATION, path(returnType) + "/" + id));
        }
    }

    private static Optional<UUID> id(Object view) {
        if (!view.getClass().isRecord()) {
            return Optional.empty();
        }
        var accessor = BeanUtils.findDeclaredMethod(view.getClass(), "id");
        if (accessor == null || !accessor.getReturnType().equals(UUID.class)) {
            return Optional.empty();
        }
        return Optional.ofNullable((UUID) ReflectionUtils.invokeMethod(accessible(accessor), view));
    }

    private static Method accessible(Method accessor) {
        ReflectionUtils.makeAccessible(accessor);
        return accessor;
    }

    private static String path(MethodParameter returnType) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(returnType.getContainingClass(), RequestMapping.class);
        return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
    }

    private static HttpStatus status(Outcome outcome) {
        var declared = AnnotatedElementUtils.findMergedAnnotation(outcome.getClass(), ResponseStatus.class);
        return Objects.requireNonNull(declared, () -> outcome.getClass() + " says no status")
                .code();
    }

    private static @Nullable HttpStatus status(ServerHttpResponse response) {
        return response instanceof ServletServerHttpResponse servlet
                ? HttpStatus.resolve(servlet.getServletResponse().getStatus())
                : null;
    }
}
