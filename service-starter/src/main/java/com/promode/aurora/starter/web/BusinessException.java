package com.promode.aurora.starter.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that is refused, with what the caller is told: a stable code, a message that says what is wrong and what to do,
 * and the fields at fault. Throwing it rolls the transaction back.
 */
public final class BusinessException extends RuntimeException {

    private static final String NOT_YET = "NOT_YET";

    private final HttpStatus status;
    private final String code;
    private final List<Detail> details;
    private final @Nullable Integer index;

    /** A field at fault: its path as in the request, e.g. {@code items[2].quantity}. */
    public record Detail(String field, String message) {}

    public BusinessException(HttpStatus status, String code, String message, List<Detail> details) {
        this(status, code, message, details, null);
    }

    private BusinessException(
            HttpStatus status, String code, String message, List<Detail> details, @Nullable Integer index) {
        super(message);
        this.status = status;
        this.code = code;
        this.details = List.copyOf(details);
        this.index = index;
    }

    /** 404: the object does not exist, or belongs to somebody else. */
    public static BusinessException notFound(String resource, @Nullable Object id) {
        return of(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no %s %s", resource, id);
    }

    /** 409 with a stable code such as {@code INSUFFICIENT_STOCK}. */
    public static BusinessException conflict(String code, String format, @Nullable Object... args) {
        return of(HttpStatus.CONFLICT, code, format, args);
    }

    /** 400 about one field. */
    public static BusinessException invalid(String field, String format, @Nullable Object... args) {
        var message = format.formatted(args);
        return invalid(List.of(new Detail(field, message)));
    }

    /** 400 about several fields. */
    public static BusinessException invalid(List<Detail> details) {
        return new BusinessException(HttpStatus.BAD_REQUEST, "VALIDATION_ERROR", "The request is not valid", details);
    }

    /** 400: the body is not what the endpoint reads at all. */
    public static BusinessException malformed(String format, @Nullable Object... args) {
        return of(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", format, args);
    }

    /** 401 with a code that tells the client how to go on, else {@code UNAUTHENTICATED}. */
    public static BusinessException unauthenticated(String code, String format, @Nullable Object... args) {
        return of(HttpStatus.UNAUTHORIZED, code, format, args);
    }

    /** 403 {@code FORBIDDEN}. */
    public static BusinessException forbidden(String format, @Nullable Object... args) {
        return refused("FORBIDDEN", format.formatted(args));
    }

    /** 403 with a code that tells the client how to go on. */
    public static BusinessException refused(String code, String message) {
        return new BusinessException(HttpStatus.FORBIDDEN, code, message, List.of());
    }

    /** 412: the caller changes a version that is no longer the current one. */
    public static BusinessException stale(long current) {
        return of(
                HttpStatus.PRECONDITION_FAILED, "STALE", "The object has changed; read it again (now \"%s\")", current);
    }

    /** 422: an Idempotency-Key came back with another request. */
    public static BusinessException mismatch(String format, @Nullable Object... args) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, "IDEMPOTENCY_MISMATCH", format, args);
    }

    /** 503: something this service needs does not answer; the caller may try again. */
    public static BusinessException unavailable(String format, @Nullable Object... args) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", format, args);
    }

    /** 503: another service has not told yet what this refers to; a listener waits for it, though not for ever. */
    public static BusinessException notYet(String format, @Nullable Object... args) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, NOT_YET, format, args);
    }

    /** Whether it refers to something that may still be told. */
    public boolean isNotYet() {
        return code.equals(NOT_YET);
    }

    /** The same refusal, about the item at this position of a list of commands. */
    public BusinessException at(int position) {
        return new BusinessException(status, code, message(), details, position);
    }

    /** As an array is told: details name the item, as in {@code [3].quantity}. */
    public BusinessException inBatch() {
        return within("");
    }

    /** As a list in the body is told: details name the item, as in {@code items[3].quantity}. */
    public BusinessException within(String list) {
        if (index == null) {
            return this;
        }
        var item = list + "[" + index + "]";
        var named = details.isEmpty()
                ? List.of(new Detail(item, message()))
                : details.stream()
                        .map(detail -> new Detail(item + "." + detail.field(), detail.message()))
                        .toList();
        return new BusinessException(status, code, message(), named);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public List<Detail> details() {
        return details;
    }

    private static BusinessException of(HttpStatus status, String code, String format, @Nullable Object... args) {
        return new BusinessException(status, code, String.format(Locale.ROOT, format, args), List.of());
    }
}
