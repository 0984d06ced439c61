package com.promode.aurora.starter.web;

import com.promode.aurora.starter.web.BusinessException.Detail;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** The one place that turns an exception into an answer. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Failures failures;

    ProblemAdvice(Failures failures) {
        this.failures = failures;
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(BindException exception) {
        return answer(BusinessException.invalid(exception.getFieldErrors().stream()
                .map(error -> new Detail(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList()));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(HandlerMethodValidationException exception) {
        return answer(BusinessException.invalid(exception.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Detail(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList()));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(MethodArgumentTypeMismatchException exception) {
        return answer(BusinessException.invalid(exception.getName(), "is not a valid value"));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException exception) {
        var cause = exception.getCause();
        return answer((cause == null ? Optional.<BusinessException>empty() : Problems.of(cause))
                .orElseGet(() -> BusinessException.malformed("The body is missing or can't be read")));
    }

    /** Headers are looked at when somebody asks for them, which may be a handler. */
    @ExceptionHandler
    ResponseEntity<Object> rejected(RequestRejectedException exception) {
        return answer(BusinessException.malformed("A header or parameter holds characters that can't be in one"));
    }

    @ExceptionHandler
    ResponseEntity<Object> unauthenticated(AuthenticationException exception) {
        return answer(BusinessException.unauthenticated("UNAUTHENTICATED", "Sign in first"));
    }

    @ExceptionHandler
    ResponseEntity<Object> forbidden(AccessDeniedException exception) {
        return answer(BusinessException.forbidden("You are not allowed to do this"));
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(MaxUploadSizeExceededException exception) {
        return answer(failures.of(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"));
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException exception) {
        // the client has hung up: nobody reads an answer
    }

    @ExceptionHandler
    ResponseEntity<Object> any(Exception exception, HttpServletRequest request) {
        var known = Problems.of(exception);
        if (known.isPresent()) {
            return answer(known.get());
        }
        if (exception instanceof ErrorResponse response) {
            var status = HttpStatus.valueOf(response.getStatusCode().value());
            return answer(failures.of(status, Failures.sentence(status)), response.getHeaders());
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        return answer(failures.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"));
    }

    private ResponseEntity<Object> answer(BusinessException exception) {
        return answer(exception, new HttpHeaders());
    }

    private ResponseEntity<Object> answer(BusinessException exception, HttpHeaders headers) {
        var builder =
                ResponseEntity.status(exception.status()).headers(headers).contentType(MediaType.APPLICATION_JSON);
        Failures.retryAfter(exception.status()).ifPresent(seconds -> builder.header(HttpHeaders.RETRY_AFTER, seconds));
        return builder.body(failures.envelope(exception));
    }
}
