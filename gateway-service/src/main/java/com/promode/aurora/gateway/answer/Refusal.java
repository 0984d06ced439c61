package com.promode.aurora.gateway.answer;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.ErrorResponse;

/** Why the gateway answers instead of a service; the names are the codes on the wire. */
public enum Refusal {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request is not well formed"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Sign in and send a valid access token"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "This is not allowed"),
    SIGNATURE_REQUIRED(HttpStatus.FORBIDDEN, "This operation must be signed: see the description of request signing"),
    SIGNATURE_INVALID(HttpStatus.FORBIDDEN, "The signature is wrong, too old, or was used before"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This method is not supported here"),
    PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request body is too large"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests: wait for the time in Retry-After"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The service does not answer: try again shortly"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");

    final HttpStatus status;
    final String message;

    Refusal(HttpStatus status, String message) {
        this.status = status;
        this.message = message;
    }

    static Refusal of(Throwable failure) {
        if (failure instanceof ErrorResponse response) {
            return of(response.getStatusCode().value());
        }
        return switch (failure) {
            case Refused refused -> refused.refusal;
            // the keys of the issuer could not be fetched: nothing is known about the token
            case AuthenticationServiceException noKeys -> UNAVAILABLE;
            case AuthenticationException badToken -> UNAUTHENTICATED;
            case AccessDeniedException denied -> FORBIDDEN;
            case ServerExchangeRejectedException odd -> MALFORMED_REQUEST;
            case ServiceUnavailableException open -> UNAVAILABLE;
            case IOException broken -> UNAVAILABLE;
            case TimeoutException late -> UNAVAILABLE;
            default -> INTERNAL_ERROR;
        };
    }

    private static Refusal of(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 429 -> RATE_LIMITED;
            case 502, 503, 504 -> UNAVAILABLE;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
