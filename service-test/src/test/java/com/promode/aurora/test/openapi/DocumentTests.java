package com.promode.aurora.test.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.test.endpoint.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What a document says of endpoints, and what it notices about calls. */
class DocumentTests {

    private static final String CRATE = """
            {"id": "01a2131f-c291-7d8f-ae17-06602d098f09", "name": "A", "note": null}""";

    private final List<Endpoint> endpoints = endpoints();
    private final Document document =
            new Document("crate-service", endpoints, Json.MAPPER, listings(), ignored -> false);
    private final JsonNode tree = Json.MAPPER.readTree(document.text());

    @Test
    void commandMayLeaveOutWhatIsNullableOrHasADefault() {
        var command = tree.at("/components/schemas/CrateControllerSaveCrate");
        assertThat(texts(command.path("required"))).containsExactly("name");
        assertThat(command.at("/properties/weight/default").decimalValue()).isEqualByComparingTo("1");
        assertThat(texts(command.at("/properties/note/type"))).containsExactly("string", "null");
        assertThat(command.at("/properties/name/maxLength").intValue()).isEqualTo(20);
        assertThat(command.path("additionalProperties").booleanValue()).isFalse();
    }

    @Test
    void answerHasAllButWhatIsLeftOutWhenNull() {
        var view = tree.at("/components/schemas/CrateControllerCrateView");
        assertThat(texts(view.path("required"))).containsExactly("id", "name", "note");
        assertThat(view.path("properties").propertyNames()).containsExactly("id", "name", "note", "colour");
        assertThat(view.at("/properties/colour/type").asString()).isEqualTo("string");
    }

    @Test
    void operationSaysWhatTheStarterAdds() {
        var create = tree.at("/paths/~1api~1crates/post");
        assertThat(create.path("operationId").asString()).isEqualTo("createCrate");
        assertThat(create.path("responses").propertyNames()).contains("201", "207", "400", "401", "403", "422", "429");
        assertThat(create.at("/requestBody/content/application~1json/schema/oneOf/1/maxItems")
                        .intValue())
                .isEqualTo(1_000);
        assertThat(create.at("/parameters/0/name").asString()).isEqualTo("atomic");
        assertThat(create.at("/parameters/1/$ref").asString()).endsWith("IdempotencyKey");
        var change = tree.at("/paths/~1api~1crates~1{id}/put");
        assertThat(change.path("responses").propertyNames()).contains("404", "412");
        assertThat(change.at("/responses/200/headers").has("ETag")).isTrue();
        assertThat(tree.at("/paths/~1api~1crates~1wash/post/security").isEmpty())
                .isTrue();
        assertThat(tree.at("/paths/~1api~1crates~1{id}/delete/responses/204").has("content"))
                .isFalse();
    }

    @Test
    void believesWhatIsTrue() {
        assertThat(problems("PUT", "", "{\"name\": \"A\"}", 200, envelope(CRATE)))
                .isEmpty();
        assertThat(problems("GET", "?limit=2&sort=name", "", 200, list(CRATE))).isEmpty();
        assertThat(problems("GET", "?fields=name", "", 200, list("{\"name\": \"A\"}")))
                .isEmpty();
        assertThat(problems("DELETE", "", "", 204, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"A\", \"note\": null}",
                "{\"id\": \"1\", \"name\": \"A\", \"note\": null}",
                "{\"id\": \"01a2131f-c291-7d8f-ae17-06602d098f09\", \"name\": null, \"note\": null}",
                "{\"id\": \"01a2131f-c291-7d8f-ae17-06602d098f09\", \"name\": \"A\", \"note\": null, \"more\": 1}",
                "[]"
            })
    void noticesAnotherAnswer(String data) {
        assertThat(problems("PUT", "", "{\"name\": \"A\"}", 200, envelope(data)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": 1}", "{\"name\": \"A\", \"more\": 1}"})
    void noticesAnotherRequestThatIsTaken(String command) {
        assertThat(problems("PUT", "", command, 200, envelope(CRATE))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET, ?colour=red, 200", "PUT, '', 418", "PUT, '', 201", "GET, '', 412"})
    void noticesOtherParametersAndStatuses(String method, String query, int status) {
        assertThat(problems(method, query, "", status, list(CRATE))).isNotEmpty();
    }

    @Test
    void noticesHeadersThatAreNotDocumented() {
        var exchange = new Exchange("DELETE", "/api/crates/x", "", 204, Set.of("etag"), "");
        assertThat(document.problems(endpoint("DELETE"), exchange)).isNotEmpty();
    }

    @Test
    void examplesHideSecretsAndAreShort() {
        var answer = """
                {"access_token": "ey.1", "items": [1, 2, 3], "codes": ["a", "b", "c"]}""";
        var example = Example.of(
                new Exchange("POST", "/api/crates", "{\"password\": \"x\"}", 200, Set.of(), answer), Map.of());
        assertThat(String.valueOf(example.request())).isEqualTo("{\"password\":\"<password>\"}");
        assertThat(String.valueOf(example.response()))
                .isEqualTo("{\"access_token\":\"<access_token>\",\"items\":[1,2],\"codes\":[\"<codes>\",\"<codes>\"]}");
    }

    private List<String> problems(String method, String query, String request, int status, String response) {
        return document.problems(
                endpoint(method), new Exchange(method, "/api/crates" + query, request, status, Set.of(), response));
    }

    private Endpoint endpoint(String method) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static String envelope(String data) {
        return "{\"success\": true, \"data\": %s, \"message\": \"Success\"}".formatted(data);
    }

    private static String list(String item) {
        return """
                {"success": true, "data": [%s], "meta": {"page": 1, "limit": 2, "total": 1, "totalPages": 1}, "message": "x"}""".formatted(item);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static Listings listings() {
        return new Listings(context());
    }

    private static List<Endpoint> endpoints() {
        var mappings = new RequestMappingHandlerMapping();
        mappings.setApplicationContext(context());
        mappings.afterPropertiesSet();
        return Endpoint.of(mappings);
    }

    private static StaticWebApplicationContext context() {
        var context = new StaticWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.registerSingleton("crates", CrateController.class);
        context.refresh();
        return context;
    }
}
