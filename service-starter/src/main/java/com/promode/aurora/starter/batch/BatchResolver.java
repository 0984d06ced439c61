package com.promode.aurora.starter.batch;

import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.BusinessException.Detail;
import com.promode.aurora.starter.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a {@link Batch} from the body. */
class BatchResolver implements HandlerMethodArgumentResolver {

    private final JsonMapper json;
    private final Validator validator;

    BatchResolver(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Batch.class);
    }

    @Override
    public Batch<?> resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException, HttpMediaTypeNotSupportedException {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var type = Objects.requireNonNull(
                ResolvableType.forMethodParameter(parameter).getGeneric().resolve());
        var body = read(request);
        var single = !body.isArray();
        var nodes = single ? List.of(body) : body.valueStream().toList();
        if (nodes.isEmpty() || nodes.size() > Batch.MAX_ITEMS) {
            throw BusinessException.malformed(
                    "A batch has 1 to %s items, this one has %s", Batch.MAX_ITEMS, nodes.size());
        }
        var items = nodes.stream().<Batch.Item<?>>map(node -> bind(node, type)).toList();
        var atomic = single || isAtomic(request);
        if (atomic) {
            refuseUnlessAllGood(items, single);
        }
        return batch(items, single, atomic);
    }

    private JsonNode read(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        var contentType = request.getContentType();
        if (!isJson(contentType)) {
            throw new HttpMediaTypeNotSupportedException(String.valueOf(contentType));
        }
        var body = json.readTree(request.getInputStream());
        if (!body.isObject() && !body.isArray()) {
            throw BusinessException.malformed("The body must be one object or an array of them");
        }
        return body;
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException ignored) {
            return false;
        }
    }

    private <C> Batch.Item<C> bind(JsonNode node, Class<C> type) {
        try {
            if (!node.isObject()) {
                throw BusinessException.malformed("An item of a batch is an object");
            }
            var command = json.treeToValue(node, type);
            var violations = validator.validate(command);
            return violations.isEmpty()
                    ? new Batch.Item<>(command, null)
                    : new Batch.Item<>(null, Problems.ofViolations(violations));
        } catch (BusinessException e) {
            return new Batch.Item<>(null, e);
        } catch (JacksonException e) {
            return new Batch.Item<>(null, Problems.of(e).orElseThrow(() -> e));
        }
    }

    private static void refuseUnlessAllGood(List<Batch.Item<?>> items, boolean single) {
        var refusals = IntStream.range(0, items.size())
                .boxed()
                .flatMap(index -> Stream.ofNullable(items.get(index).refusal())
                        .map(refusal -> single ? refusal : refusal.at(index).inBatch()))
                .toList();
        if (!refusals.isEmpty()) {
            var first = refusals.getFirst();
            var details = refusals.stream()
                    .<Detail>flatMap(refusal -> refusal.details().stream())
                    .toList();
            throw new BusinessException(first.status(), first.code(), first.message(), details);
        }
    }

    private static boolean isAtomic(HttpServletRequest request) {
        var atomic = request.getParameter("atomic");
        if (atomic == null || atomic.equals("true")) {
            return true;
        }
        if (atomic.equals("false")) {
            return false;
        }
        throw BusinessException.invalid("atomic", "must be true or false");
    }

    /** The parameter's type argument and the items' type are the same class, which generics can't say. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Batch<?> batch(List<Batch.Item<?>> items, boolean single, boolean atomic) {
        return new Batch(items, single, atomic);
    }
}
