package com.promode.aurora.starter.command;

import com.promode.aurora.starter.command.RepeatableBodyFilter.RepeatableBody;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * One effect per Idempotency-Key (IETF draft-ietf-httpapi-idempotency-key-header): claim, effect and stored answer commit in
 * one transaction, so a crash leaves nothing behind and a refused request frees its key.
 */
class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY = 255;

    private final TransactionTemplate transaction;
    private final IdempotencyStore store;
    private final Tenants tenants;

    Idempotency(TransactionTemplate transaction, IdempotencyStore store, Tenants tenants) {
        this.transaction = transaction;
        this.store = store;
        this.tenants = tenants;
    }

    /** What a key stands for: who sent it where, and a digest of what. */
    record Key(String scope, String digest) {}

    /** The handler that has the effect and writes the answer. */
    interface Handler {
        void run() throws Exception;
    }

    /** The key of this request; empty when it has none, or is not one that takes keys. */
    Optional<Key> key(HttpServletRequest request) throws IOException {
        var value = request.getHeader(HEADER);
        var caller = Caller.find();
        if (value == null
                || !request.getMethod().equals("POST")
                || caller.isEmpty()
                || request.getRequestURI().startsWith("/api/auth")) {
            return Optional.empty();
        }
        if (value.isBlank() || value.length() > MAX_KEY) {
            throw BusinessException.invalid(HEADER, "must have 1 to %s characters", MAX_KEY);
        }
        var body = WebUtils.getNativeRequest(request, RepeatableBody.class);
        var scope = String.join(
                " ", tenants.current().toString(), caller.get().id().toString(), request.getRequestURI(), value);
        return Optional.of(new Key(scope, digest(body == null ? new byte[0] : body.body(), request.getQueryString())));
    }

    /** Runs the handler and stores its answer, or writes the stored answer of before; says whether it was the latter. */
    boolean replayedOr(Key key, HttpServletResponse response, Handler handler) throws Exception {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                if (!store.claim(key)) {
                    throw BusinessException.conflict(
                            "CONFLICT", "A request with this %s is being worked on; try again", HEADER);
                }
                var before = store.find(key);
                if (before.isPresent()) {
                    replay(before.get(), key, response);
                    return true;
                }
                run(handler);
                if (response.getStatus() / 100 == 2) {
                    store.save(key, answer(response));
                } else {
                    status.setRollbackOnly();
                }
                return false;
            }));
        } catch (Undeclared e) {
            throw e.checked;
        }
    }

    private static void replay(IdempotencyStore.Answer before, Key key, HttpServletResponse response) {
        if (!before.digest().equals(key.digest())) {
            throw BusinessException.mismatch("This %s was used for another request; take a new one", HEADER);
        }
        response.setStatus(before.status());
        response.setHeader("Idempotency-Replayed", "true");
        response.setHeader(HttpHeaders.LOCATION, before.location());
        response.setHeader(HttpHeaders.ETAG, before.etag());
        try {
            if (before.body().length > 0) {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                response.getOutputStream().write(before.body());
            }
        } catch (IOException e) {
            throw new Undeclared(e);
        }
    }

    private static IdempotencyStore.Answer answer(HttpServletResponse response) {
        var held = Objects.requireNonNull(WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class));
        return new IdempotencyStore.Answer(
                "",
                response.getStatus(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getHeader(HttpHeaders.ETAG),
                held.getContentAsByteArray());
    }

    private static void run(Handler handler) {
        try {
            handler.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Undeclared(e);
        }
    }

    private static String digest(byte[] body, String query) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(String.valueOf(query).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Carries a checked exception out of the transaction, which rolls back on it. */
    private static final class Undeclared extends RuntimeException {

        private final Exception checked;

        Undeclared(Exception checked) {
            super(checked);
            this.checked = checked;
        }
    }
}
