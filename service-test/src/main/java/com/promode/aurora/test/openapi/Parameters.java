package com.promode.aurora.test.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.promode.aurora.starter.batch.Batch;
import com.promode.aurora.starter.list.Filters;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.IfMatch;
import com.promode.aurora.test.endpoint.Endpoint;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import tools.jackson.databind.node.ObjectNode;

/** What an endpoint takes in its path, its query and its headers. */
final class Parameters {

    private final Schemas schemas;
    private final Listings listings;

    Parameters(Schemas schemas, Listings listings) {
        this.schemas = schemas;
        this.listings = listings;
    }

    /** Those that several endpoints refer to. */
    static ObjectNode shared() {
        return Json.object(
                "IfMatch",
                header("If-Match", "The ETag that was read; 412 where the object has changed since. Absent means any."),
                "IdempotencyKey",
                header(
                        "Idempotency-Key",
                        "Any text of 1 to 255 characters. The same key with the same request has one "
                                + "effect and the same answer for 24 hours, which then carries Idempotency-Replayed: true."));
    }

    List<ObjectNode> of(Endpoint endpoint, boolean keyset) {
        var parameters = new ArrayList<ObjectNode>();
        for (var parameter : endpoint.handler().getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            parameters.addAll(of(parameter, endpoint, keyset));
        }
        if (takesIdempotencyKey(endpoint)) {
            parameters.add(Json.reference("parameters", "IdempotencyKey"));
        }
        return parameters;
    }

    static boolean takesIdempotencyKey(Endpoint endpoint) {
        return endpoint.method().equals("POST")
                && !endpoint.isPublic()
                && !endpoint.path().startsWith("/api/auth");
    }

    private List<ObjectNode> of(MethodParameter parameter, Endpoint endpoint, boolean keyset) {
        var type = parameter.getParameterType();
        if (type.equals(ListQuery.class)) {
            return ofList(
                    parameter,
                    ResolvableType.forMethodParameter(endpoint.handler().getReturnType()),
                    keyset);
        }
        if (type.equals(IfMatch.class)) {
            return List.of(Json.reference("parameters", "IfMatch"));
        }
        if (type.equals(Batch.class)) {
            return List.of(query("atomic", Json.object("type", "boolean", "default", true), """
                    Of an array: whether all items take effect or none. If false, each has a status of its own and the \
                    answer is 207."""));
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return List.of(
                    Json.object("name", name(parameter), "in", "path", "required", true, "schema", schema(parameter)));
        }
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        return asked == null ? List.of() : List.of(ofQuery(parameter, asked));
    }

    private ObjectNode ofQuery(MethodParameter parameter, RequestParam asked) {
        var schema = schema(parameter);
        if (parameter.getParameterAnnotation(Min.class) instanceof Min min) {
            schema.put("minimum", min.value());
        }
        if (parameter.getParameterAnnotation(Max.class) instanceof Max max) {
            schema.put("maximum", max.value());
        }
        var absent = asked.defaultValue();
        if (absent.equals(ValueConstants.DEFAULT_NONE)) {
            return Json.object("name", name(parameter), "in", "query", "required", asked.required(), "schema", schema);
        }
        schema.set("default", Json.MAPPER.readTree(absent));
        return query(name(parameter), schema, "");
    }

    private List<ObjectNode> ofList(MethodParameter parameter, ResolvableType answer, boolean keyset) {
        var parameters = new ArrayList<ObjectNode>();
        if (!keyset) {
            parameters.add(query(
                    "page",
                    Json.object("type", "integer", "minimum", 1, "maximum", 1_000_000, "default", 1),
                    "From 1."));
        }
        parameters.add(query(
                "limit",
                Json.object(
                        "type",
                        "integer",
                        "minimum",
                        1,
                        "maximum",
                        ListQuery.MAX_LIMIT,
                        "default",
                        ListQuery.DEFAULT_LIMIT),
                "Items of a page."));
        if (Page.class.equals(answer.resolve())) {
            parameters.addAll(
                    ofListing(Objects.requireNonNull(answer.getGeneric(0).resolve()), keyset));
        }
        var more = parameter.getParameterAnnotation(Filters.class);
        Stream.of(more == null ? new String[0] : more.value())
                .map(name -> query(name, Json.object("type", "string"), ""))
                .forEach(parameters::add);
        return parameters;
    }

    private List<ObjectNode> ofListing(Class<?> view, boolean keyset) {
        var fields = listings.fields(view);
        var parameters = new ArrayList<ObjectNode>();
        if (keyset) {
            parameters.add(
                    query("cursor", Json.object("type", "string"), "The nextCursor of the answer before, to read on."));
            parameters.add(
                    query("total", Json.object("type", "boolean", "default", false), "Whether to count all items."));
        }
        parameters.add(
                sort(fields.keySet().stream().toList(), listings.ownOrder(view).orElse(""), keyset));
        parameters.add(words("fields", visible(view), "Only these fields of each item."));
        if (listings.isSearchable(view)) {
            parameters.add(query("q", Json.object("type", "string"), "Text to search for."));
        }
        fields.forEach((name, type) -> parameters.addAll(filters(name, type)));
        return parameters;
    }

    private static ObjectNode sort(List<String> fields, String own, boolean keyset) {
        var sortable = keyset ? List.of(own.replaceFirst("^-", "")) : fields;
        var names =
                sortable.stream().flatMap(name -> Stream.of(name, "-" + name)).toList();
        var sort = keyset
                ? query("sort", Json.object("type", "string", "enum", names), "")
                : words("sort", names, "In order of weight, separated by commas; - means descending.");
        return own.isEmpty()
                ? sort
                : sort.put(
                        "description", (sort.path("description").asString("") + " Unless told: " + own + ".").strip());
    }

    private List<ObjectNode> filters(String name, Class<?> type) {
        var filters = new ArrayList<ObjectNode>();
        filters.add(query(name, schemas.command(ResolvableType.forClass(type)), ""));
        if (Temporal.class.isAssignableFrom(type) || type.equals(BigDecimal.class)) {
            filters.add(query(name + "[gte]", schemas.command(ResolvableType.forClass(type)), "At least this."));
            filters.add(query(name + "[lte]", schemas.command(ResolvableType.forClass(type)), "At most this."));
        }
        return filters;
    }

    private static List<String> visible(Class<?> view) {
        return Arrays.stream(view.getRecordComponents())
                .filter(component -> !AnnotatedElementUtils.hasAnnotation(component.getAccessor(), JsonIgnore.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private static ObjectNode words(String name, List<String> allowed, String description) {
        var words = Json.object("type", "array", "items", Json.object("type", "string", "enum", allowed));
        var parameter = query(name, words, description);
        parameter.put("style", "form");
        parameter.put("explode", false);
        return parameter;
    }

    private static ObjectNode query(String name, ObjectNode schema, String description) {
        var parameter = Json.object("name", name, "in", "query");
        if (!description.isEmpty()) {
            parameter.put("description", description);
        }
        parameter.set("schema", schema);
        return parameter;
    }

    private static ObjectNode header(String name, String description) {
        return Json.object(
                "name", name, "in", "header", "description", description, "schema", Map.of("type", "string"));
    }

    private ObjectNode schema(MethodParameter parameter) {
        return schemas.command(ResolvableType.forMethodParameter(parameter));
    }

    /** The annotations may name it otherwise than the code does; none of ours does. */
    private static String name(MethodParameter parameter) {
        return Objects.requireNonNull(parameter.getParameterName());
    }
}
