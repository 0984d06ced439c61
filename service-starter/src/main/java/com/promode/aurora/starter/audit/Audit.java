package com.promode.aurora.starter.audit;

import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.security.Caller;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells auth-service, which keeps the audit log, that a command changed something: one event per command, in its
 * transaction. Ledger lines, readings and positions are their own trail and are not recorded here.
 */
public class Audit {

    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    private final Outbox outbox;
    private final Clock clock;
    private final JsonMapper json;
    private final Tracer tracer;

    Audit(Outbox outbox, Clock clock, JsonMapper json, Tracer tracer) {
        this.outbox = outbox;
        this.clock = clock;
        this.json = json;
        this.tracer = tracer;
    }

    /**
     * Records a command.
     *
     * @param action its verb, e.g. {@code product.update}
     * @param resourceType such as {@code product}
     * @param resourceId null for a batch
     * @param before view of the object before, null on creation
     * @param after view of the object after, null on deletion
     */
    public void record(
            String action,
            String resourceType,
            @Nullable UUID resourceId,
            @Nullable Object before,
            @Nullable Object after) {
        var request = request();
        outbox.publish(new AuditRecorded(
                Ids.next(),
                clock.instant(),
                Caller.find().map(Caller::id).orElse(null),
                action,
                resourceType,
                resourceId,
                values(before),
                values(after),
                request.map(HttpServletRequest::getRemoteAddr).orElse(null),
                request.map(current -> current.getHeader(HttpHeaders.USER_AGENT))
                        .orElse(null),
                Optional.ofNullable(tracer.currentSpan())
                        .map(Span::context)
                        .map(context -> context.traceId())
                        .orElse(null)));
    }

    /** Records the creation of one object, or of a batch of them as one command. */
    public <V> void created(String resourceType, List<V> views, Function<V, UUID> id) {
        if (views.size() == 1) {
            record(resourceType + ".create", resourceType, id.apply(views.getFirst()), null, views.getFirst());
        } else {
            record(
                    resourceType + ".create",
                    resourceType,
                    null,
                    null,
                    Map.of("ids", views.stream().map(id).toList()));
        }
    }

    private @Nullable Map<String, @Nullable Object> values(@Nullable Object view) {
        return view == null ? null : json.convertValue(view, VALUES);
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }
}
