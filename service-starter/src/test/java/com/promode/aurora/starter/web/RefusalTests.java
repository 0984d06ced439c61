package com.promode.aurora.starter.web;

import static com.promode.aurora.starter.shelf.Bodies.name;
import static com.promode.aurora.starter.shelf.Bodies.shelf;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ShelfTest
class RefusalTests {

    private static final UUID NOBODY = UUID.fromString("0192f000-0000-7000-8000-00000000dead");

    private final Client client;

    RefusalTests(Client client) {
        this.client = client;
    }

    @Test
    void everyRefusalHasTheSameShape() {
        var answer = client.get("/api/shelves/" + NOBODY).expect(404, "NOT_FOUND");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().propertyNames()).containsExactly("success", "error", "timestamp", "traceId");
        assertThat(answer.json().path("success").asBoolean()).isFalse();
        assertThat(answer.json().path("error").propertyNames()).containsExactly("code", "message", "details");
        assertThat(answer.error("message")).isEqualTo("There is no shelf " + NOBODY);
        assertThat(answer.json().path("traceId").asString()).matches("[0-9a-f]{32}");
        var timestamp = answer.json().path("timestamp").asString();
        assertThat(timestamp).endsWith("Z");
        assertThat(Duration.between(Instant.parse(timestamp), Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void keepsTheTraceOfTheCaller() {
        var answer = client.header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/api/shelves/" + NOBODY);
        assertThat(answer.json().path("traceId").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void namesEveryFieldThatIsNotValid() {
        var body = "{\"name\":\" \",\"kind\":\"dry\",\"width\":-1,\"sturdy\":true}";
        for (var answer : List.of(client.post("/api/shelves", body), client.put(existing(), body))) {
            answer.refuses("name").refuses("width").refuses("builtAt");
            assertThat(answer.json().at("/error/details").size()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "width":1.250   | "width":"wide"        | width
            "width":1.250   | "width":[]            | width
            "sturdy":false  | "sturdy":"no"         | sturdy
            "sturdy":false  | "sturdy":null         | sturdy
            "kind":"dry"    | "kind":"wet"          | kind
            "kind":"dry"    | "kind":0              | kind
            "kind":"dry"    | "kind":"DRY"          | kind
            "kind":"dry"    | "kind":"dry","parentId":"x" | parentId
            """)
    void namesTheFieldOfTheWrongType(String good, String bad, String field) {
        var body = shelf(name()).replace(good, bad);
        var answer = client.post("/api/shelves", body).refuses(field);
        assertThat(answer.body()).doesNotContain("com.promode").doesNotContain("java.");
        client.put(existing(), body).refuses(field);
    }

    @Test
    void tellsWhichValuesAnEnumHas() {
        var answer = client.post("/api/shelves", shelf(name()).replace("dry", "wet"));
        assertThat(answer.json().at("/error/details/0/message").asString()).isEqualTo("must be one of cold-room, dry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "{\"name\":}", "null", "7", "\"text\"", "{} {}", "[[]]"})
    void refusesWhatIsNoJsonOfOurs(String body) {
        client.post("/api/shelves", body).expect(400, "MALFORMED_REQUEST");
        client.put(existing(), body).expect(400);
    }

    @Test
    void refusesNoBodyAtAll() {
        client.header("Content-Type", "application/json").put(existing(), null).expect(400, "MALFORMED_REQUEST");
        client.header("Content-Type", "application/json")
                .post("/api/shelves", null)
                .expect(400, "MALFORMED_REQUEST");
    }

    @Test
    void refusesFieldsThatItDoesNotKnow() {
        var body = shelf(name()).replace("\"kind\"", "\"tenantId\":\"" + NOBODY + "\",\"kind\"");
        for (var answer : List.of(client.post("/api/shelves", body), client.put(existing(), body))) {
            answer.expect(400, "MALFORMED_REQUEST");
            assertThat(answer.json().at("/error/details/0/field").asString()).isEqualTo("tenantId");
        }
    }

    @Test
    void refusesAnIdThatIsNone() {
        client.get("/api/shelves/seven").refuses("id");
    }

    @Test
    void refusesMethodsThatAPathDoesNotHave() {
        var answer = client.delete("/api/shelves").expect(405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow").split(", ?")).containsExactlyInAnyOrder("GET", "POST");
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        var large = shelf("x".repeat(300_000));
        client.post("/api/shelves", large).expect(413, "PAYLOAD_TOO_LARGE");
        client.header("Idempotency-Key", name()).post("/api/shelves", large).expect(413, "PAYLOAD_TOO_LARGE");
        client.put(existing(), large).expect(413, "PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense"})
    void refusesBodiesOfAnotherKind(String contentType) {
        var typed = client.header("Content-Type", contentType);
        typed.post("/api/shelves", shelf(name())).expect(415, "UNSUPPORTED_MEDIA_TYPE");
        typed.put(existing(), shelf(name())).expect(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void refusesToAnswerInAnotherFormatBeforeItDoesAnything() {
        var name = name();
        var picky = client.header("Accept", "application/xml");
        picky.get("/api/shelves").expect(406, "NOT_ACCEPTABLE");
        picky.post("/api/shelves", shelf(name)).expect(406, "NOT_ACCEPTABLE");
        assertThat(client.get("/api/shelves?name=" + name.replace(' ', '+'))
                        .data()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void refusesDuplicatesAndBrokenRulesOfTheData() {
        var name = name();
        client.post("/api/shelves", shelf(name)).expect(201);
        var duplicate = client.post("/api/shelves", shelf(name)).expect(409, "DUPLICATE");
        assertThat(duplicate.error("message")).isEqualTo("The shelf name is taken already");
        client.post("/api/shelves", shelf(name(), "1000")).expect(409, "CONFLICT");
        var orphan = shelf(name()).replace("\"kind\"", "\"parentId\":\"" + NOBODY + "\",\"kind\"");
        var answer = client.post("/api/shelves", orphan).expect(409, "CONFLICT");
        assertThat(answer.body()).doesNotContain("constraint").doesNotContain("shelves_");
    }

    @Test
    void aRefusalCarriesNothingOfTheAnswerThatItReplaces() {
        var name = name();
        client.post("/api/shelves", shelf(name)).expect(201);
        // under a key the answer is written before the commit that fails
        var answer = client.header("Idempotency-Key", name()).post("/api/shelves", shelf(name));
        answer.expect(409, "DUPLICATE");
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.header("ETag")).isEmpty();
    }

    @Test
    void refusesNumbersThatTheColumnCannotHold() {
        client.post("/api/shelves", shelf(name(), "99999999")).expect(400, "VALIDATION_ERROR");
    }

    private String existing() {
        return client.post("/api/shelves", shelf(name())).expect(201).header("Location");
    }
}
