package com.promode.aurora.test.openapi;

import com.promode.aurora.test.endpoint.Endpoint;
import com.promode.aurora.test.endpoint.EndpointTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code docs/openapi/<service>.json}: the OpenAPI 3.1 document of the service under test. Its operations come from the routes,
 * its examples from the calls of the tests, and every call of a test is held against it.
 */
public final class OpenApi {

    private static final boolean WRITE = Boolean.getBoolean("openapi.write");

    /** Said of any path: the route does not exist, or not for this method or format, or we are at fault. */
    private static final Set<Integer> OF_NO_OPERATION = Set.of(405, 406, 500);

    /** So many answers of one status to one endpoint are looked at; a test that makes thousands of calls has other aims. */
    private static final int LOOKED_AT = 100;

    private final String service;
    private final List<Endpoint> endpoints;
    private final JsonMapper mapper;
    private final Listings listings;
    private final Path file;
    private final JsonNode stored;
    private @Nullable Document document;
    private Set<Endpoint> keysets = Set.of();
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();

    public OpenApi(
            String service, RequestMappingHandlerMapping mappings, JsonMapper mapper, ListableBeanFactory beans) {
        this.service = service;
        this.endpoints = Endpoint.of(mappings);
        this.mapper = mapper;
        this.listings = new Listings(beans);
        this.file = EndpointTable.root().resolve("docs/openapi").resolve(service + ".json");
        this.stored = text().isEmpty() ? Json.object() : Json.MAPPER.readTree(text());
    }

    /** Takes note of a call that a test has made, and fails it where the document says otherwise. */
    public void saw(Exchange exchange) {
        var path = PathContainer.parsePath(exchange.path());
        var called = endpoints.stream()
                .filter(endpoint -> endpoint.answersTo(exchange.method(), exchange.path()))
                .min(Comparator.comparing(Endpoint::pattern, PathPattern.SPECIFICITY_COMPARATOR));
        if (called.isEmpty() || OF_NO_OPERATION.contains(exchange.status())) {
            return;
        }
        var endpoint = called.get();
        if (seen.merge(endpoint + " " + exchange.status(), 1, Integer::sum) > LOOKED_AT) {
            return;
        }
        var match = Objects.requireNonNull(endpoint.pattern().matchAndExtract(path));
        Exchanges.add(endpoint, exchange, match.getUriVariables());
        var problems = document().problems(endpoint, exchange);
        if (!problems.isEmpty()) {
            throw new AssertionError("%s answered %d, and that is not what its document says: %s%n%s%n%s%n%s"
                    .formatted(
                            endpoint,
                            exchange.status(),
                            String.join("; ", problems),
                            exchange.request(),
                            exchange.response(),
                            howToWrite()));
        }
    }

    /** Fails unless the file is what the routes and its own examples make; with {@code -Dopenapi.write=true} makes it so. */
    public void checkStored() {
        if (WRITE) {
            write();
        }
        var expected = endpoints.isEmpty() ? "" : documentWithExamples().text();
        if (!text().equals(expected)) {
            throw new AssertionError(file + " is not what the routes say. " + howToWrite());
        }
    }

    /** Fails unless every operation shows its parameters and bodies, unless the file is about to be written. */
    public void checkExamples() {
        if (WRITE) {
            return;
        }
        var shown = documentWithExamples();
        var missing = endpoints.stream()
                .flatMap(endpoint -> shown.operation(endpoint).goodStatuses().stream()
                        .filter(status -> !isShown(shown.operation(endpoint), status))
                        .map(status -> endpoint + " " + status))
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError(
                    "No example of %s. Where no test makes the call, add one. %s".formatted(missing, howToWrite()));
        }
    }

    /** Writes the file anew if {@code -Dopenapi.write=true}; examples that still fit stay, so that a change of it says much. */
    void write() {
        if (!WRITE || endpoints.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, documentWithExamples().text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made anew only when another list turns out to be one that is read on and on. */
    private synchronized Document document() {
        var known = endpoints.stream().filter(this::isKeyset).collect(Collectors.toSet());
        if (document == null || !known.equals(keysets)) {
            document = new Document(service, endpoints, mapper, listings, known::contains);
            keysets = known;
        }
        return document;
    }

    private Document documentWithExamples() {
        var made = document();
        for (var endpoint : endpoints) {
            var operation = made.operation(endpoint);
            var before = Document.operation(stored, endpoint);
            for (var status : operation.goodStatuses()) {
                before.map(old -> old.example(status))
                        .filter(example -> fits(made, operation, status, example))
                        .or(() -> recorded(endpoint, status))
                        .ifPresent(example -> operation.show(status, example));
            }
        }
        return made;
    }

    /** Only its answers tell how a list is read. */
    private boolean isKeyset(Endpoint endpoint) {
        return recorded(endpoint, 200)
                .or(() -> Document.operation(stored, endpoint).map(old -> old.example(200)))
                .map(Example::response)
                .filter(response -> response.path("meta").has("nextCursor"))
                .isPresent();
    }

    private static Optional<Example> recorded(Endpoint endpoint, int status) {
        return WRITE ? Exchanges.best(endpoint, status) : Optional.empty();
    }

    private static boolean fits(Document made, Operation operation, int status, Example example) {
        var usual = operation.goodStatuses().getFirst() == status;
        return (!usual
                        || (fits(made, operation.requestMedia(), example.request())
                                && operation.hasVariables(example.variables())))
                && fits(made, operation.responseMedia(status), example.response());
    }

    private static boolean fits(Document made, Optional<Operation.Media> media, @Nullable JsonNode example) {
        return media.isEmpty() == (example == null)
                && (example == null
                        || made.checks().problems(media.get().schema(), example).isEmpty());
    }

    private static boolean isShown(Operation operation, int status) {
        var example = operation.example(status);
        return operation.hasVariables(example.variables())
                && operation.requestMedia().isPresent() == (example.request() != null)
                && operation.responseMedia(status).isPresent() == (example.response() != null);
    }

    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String howToWrite() {
        return """
                If the change is meant, write it anew with
                    mvn -pl %s -am verify -Dopenapi.write=true
                and commit the file.""".formatted(service);
    }
}
