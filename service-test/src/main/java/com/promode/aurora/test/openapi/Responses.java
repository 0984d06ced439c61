package com.promode.aurora.test.openapi;

import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.list.Paged;
import com.promode.aurora.starter.web.Done;
import com.promode.aurora.starter.web.Located;
import com.promode.aurora.starter.web.Outcome;
import com.promode.aurora.starter.web.Versioned;
import com.promode.aurora.test.endpoint.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.node.ObjectNode;

/** What an endpoint answers when all is well: what the starter makes of what its handler returns. */
final class Responses {

    private final Schemas schemas;

    Responses(Schemas schemas) {
        this.schemas = schemas;
    }

    /** By status. */
    TreeMap<Integer, ObjectNode> of(Endpoint endpoint, boolean keyset) {
        var type = ResolvableType.forMethodReturnType(
                endpoint.handler().getMethod(), endpoint.handler().getBeanType());
        var responses = new TreeMap<Integer, ObjectNode>();
        if (Outcome.class.isAssignableFrom(raw(type))) {
            outcomes(type)
                    .forEach(outcome -> responses.merge(
                            status(raw(outcome)),
                            json(status(raw(outcome)), body(outcome), keyset),
                            Responses::either));
            return responses;
        }
        var status = status(endpoint.handler().getMethod());
        responses.put(status, raw(type).equals(void.class) ? withoutEnvelope(status) : json(status, type, keyset));
        return responses;
    }

    /** Nothing, or the one kind of file that there is, which a handler writes itself. */
    private static ObjectNode withoutEnvelope(int status) {
        return status == HttpStatus.NO_CONTENT.value()
                ? Json.object("description", "Done")
                : Json.object(
                        "description",
                        "The file",
                        "content",
                        Json.object("text/csv", Json.object("schema", Json.object("type", "string"))));
    }

    private ObjectNode json(int status, ResolvableType type, boolean keyset) {
        var response = Json.object("description", HttpStatus.valueOf(status).getReasonPhrase());
        var headers = headers(status, raw(type));
        if (!headers.isEmpty()) {
            response.set("headers", headers);
        }
        response.set(
                "content",
                Json.object("application/json", Json.object("schema", envelope(data(type), meta(type, keyset)))));
        return response;
    }

    private ObjectNode data(ResolvableType type) {
        if (raw(type).equals(Done.class)) {
            return Json.object("type", "null");
        }
        if (raw(type).equals(Page.class)) {
            return Json.object("type", "array", "items", schemas.answer(type.getGeneric(0)));
        }
        return schemas.answer(type);
    }

    private @Nullable ObjectNode meta(ResolvableType type, boolean keyset) {
        if (raw(type).equals(Page.class) || Paged.class.isAssignableFrom(raw(type))) {
            return schemas.answer(ResolvableType.forClass(keyset ? Page.Keyset.class : Page.Numbered.class));
        }
        return null;
    }

    private static ObjectNode envelope(ObjectNode data, @Nullable ObjectNode meta) {
        var properties = Json.object("success", Json.object("const", true), "data", data);
        if (meta != null) {
            properties.set("meta", meta);
        }
        properties.set("message", Json.object("type", "string"));
        return Json.object(
                "type",
                "object",
                "properties",
                properties,
                "required",
                properties.propertyNames().stream().toList());
    }

    private static ObjectNode headers(int status, Class<?> view) {
        var headers = Json.object();
        if (Versioned.class.isAssignableFrom(view)) {
            headers.set("ETag", header("The version of the object, for If-Match."));
        }
        var made = status == HttpStatus.CREATED.value() || status == HttpStatus.ACCEPTED.value();
        if (made && (Located.class.isAssignableFrom(view) || hasId(view))) {
            headers.set("Location", header("Where the object can be read."));
        }
        return headers;
    }

    private static ObjectNode header(String description) {
        return Json.object("description", description, "schema", Json.object("type", "string"));
    }

    private static boolean hasId(Class<?> view) {
        return view.isRecord()
                && Arrays.stream(view.getRecordComponents())
                        .anyMatch(component -> component.getName().equals("id")
                                && component.getType().equals(UUID.class));
    }

    /** The same status for two kinds of body. */
    private static ObjectNode either(ObjectNode one, ObjectNode other) {
        var media = one.withObject("content").withObject("application/json");
        var schema = media.get("schema");
        media.set("schema", Json.object("oneOf", List.of(schema, other.at("/content/application~1json/schema"))));
        return one;
    }

    private static Stream<ResolvableType> outcomes(ResolvableType sealed) {
        return Arrays.stream(raw(sealed).getPermittedSubclasses())
                .map(one -> one.getTypeParameters().length == 0
                        ? ResolvableType.forClass(one)
                        : ResolvableType.forClassWithGenerics(one, sealed.getGenerics()));
    }

    private static ResolvableType body(ResolvableType outcome) {
        var component = raw(outcome).getRecordComponents()[0];
        return ResolvableType.forType(component.getGenericType(), outcome);
    }

    private static int status(java.lang.reflect.AnnotatedElement declaring) {
        var status = AnnotatedElementUtils.findMergedAnnotation(declaring, ResponseStatus.class);
        return status == null ? HttpStatus.OK.value() : status.code().value();
    }

    private static Class<?> raw(ResolvableType type) {
        return Objects.requireNonNull(type.resolve(), type::toString);
    }
}
