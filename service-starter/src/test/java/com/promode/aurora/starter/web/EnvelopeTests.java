package com.promode.aurora.starter.web;

import static com.promode.aurora.starter.shelf.Bodies.name;
import static com.promode.aurora.starter.shelf.Bodies.shelf;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.shelf.Bodies;
import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ShelfTest
class EnvelopeTests {

    private final Client client;

    EnvelopeTests(Client client) {
        this.client = client;
    }

    @Test
    void wrapsOneObject() {
        var id = client.post("/api/shelves", shelf(name())).id();
        var answer = client.get("/api/shelves/" + id).expect(200);
        assertThat(answer.json().propertyNames()).containsExactly("success", "data", "message");
        assertThat(answer.json().path("success").asBoolean()).isTrue();
        assertThat(answer.data().propertyNames())
                .containsExactly("id", "name", "kind", "width", "sturdy", "parentId", "builtAt");
    }

    @Test
    void tellsPagesOfANumberedList() {
        var tenant = UUID.randomUUID();
        client.tenant(tenant).post("/api/shelves", Bodies.shelves(5)).expect(201);
        var answer = client.tenant(tenant).get("/api/shelves?limit=2&page=3").expect(200);
        assertThat(answer.meta()).hasToString("{\"page\":3,\"limit\":2,\"total\":5,\"totalPages\":3}");
        assertThat(answer.data().size()).isOne();
    }

    @Test
    void pagesHaveTwentyItemsUnlessAsked() {
        var answer = client.tenant(UUID.randomUUID()).get("/api/shelves").expect(200);
        assertThat(answer.meta()).hasToString("{\"page\":1,\"limit\":20,\"total\":0,\"totalPages\":0}");
        assertThat(answer.data().isArray()).isTrue();
    }

    @Test
    void tellsTheCursorOfAnAppendOnlyList() {
        var answer =
                client.tenant(UUID.randomUUID()).get("/api/shelves/readings").expect(200);
        assertThat(answer.meta()).hasToString("{\"limit\":20,\"nextCursor\":null}");
    }

    @Test
    void deletionHasNoBody() {
        var id = client.post("/api/shelves", shelf(name())).id();
        var answer = client.delete("/api/shelves/" + id).expect(204);
        assertThat(answer.bytes()).isEmpty();
        client.get("/api/shelves/" + id).expect(404, "NOT_FOUND");
        client.delete("/api/shelves/" + id).expect(404, "NOT_FOUND");
    }

    @Test
    void creationTellsWhereTheObjectIsAndItsVersion() {
        var answer = client.post("/api/shelves", shelf(name())).expect(201);
        assertThat(answer.header("Location")).isEqualTo("/api/shelves/" + answer.id());
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        client.get(answer.header("Location")).expect(200);
    }

    @Test
    void changesOnlyTheVersionThatTheCallerSaw() {
        var created = client.post("/api/shelves", shelf(name())).expect(201);
        var path = created.header("Location");
        var changed = client.header("If-Match", created.header("ETag"))
                .put(path, shelf(name()))
                .expect(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        client.header("If-Match", created.header("ETag"))
                .put(path, shelf(name()))
                .expect(412, "STALE");
        client.header("If-Match", "\"7\", \"1\"").put(path, shelf(name())).expect(200);
        client.header("If-Match", "*").put(path, shelf(name())).expect(200);
        client.put(path, shelf(name())).expect(200);
        assertThat(client.get(path).header("ETag")).isEqualTo("\"4\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T15:00:00+05:30",
                "2026-03-01T15:00:00+0530",
                "2026-03-01T09:30:00Z",
                "2026-03-01T09:30:00.000+00:00",
                "2026-02-28T23:30:00-10:00"
            })
    void takesTimesWithAnyOffsetAndAnswersInUtc(String time) {
        var body = shelf(name()).replace("2026-03-01T09:30:00Z", time);
        var answer = client.post("/api/shelves", body).expect(201);
        assertThat(answer.data().path("builtAt").asString()).isEqualTo("2026-03-01T09:30:00Z");
        assertThat(client.get(answer.header("Location")).data().path("builtAt").asString())
                .isEqualTo("2026-03-01T09:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-03-01T09:30:00\"",
                "\"2026-03-01\"",
                "\"yesterday\"",
                "\"\"",
                "\"1772357400\"",
                "1772357400",
                "1.5"
            })
    void refusesTimesWithoutAnOffset(String time) {
        var body = shelf(name()).replace("\"2026-03-01T09:30:00Z\"", time);
        client.post("/api/shelves", body).refuses("builtAt");
        var id = client.post("/api/shelves", shelf(name())).id();
        client.put("/api/shelves/" + id, body).refuses("builtAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.250", "12.500", "999.999", "0.001"})
    void numbersKeepTheirScale(String width) {
        var answer = client.post("/api/shelves", shelf(name(), width)).expect(201);
        assertThat(answer.body()).contains("\"width\":" + width);
        var path = answer.header("Location");
        assertThat(client.get(path).body()).contains("\"width\":" + width);
        assertThat(client.put(path, shelf(name(), width)).body()).contains("\"width\":" + width);
    }

    @Test
    void numbersAreWrittenOut() {
        var answer = client.post("/api/shelves", shelf(name(), "1E+2")).expect(201);
        assertThat(answer.body()).contains("\"width\":100");
    }

    @Test
    void compressesLargeAnswers() throws IOException {
        var tenant = UUID.randomUUID();
        client.tenant(tenant).post("/api/shelves", Bodies.shelves(100)).expect(201);
        var answer = client.tenant(tenant)
                .header("Accept-Encoding", "gzip")
                .get("/api/shelves?limit=100")
                .expect(200);
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
            var text = new String(unzipped.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).startsWith("{\"success\":true,\"data\":[{").endsWith("\"message\":\"Success\"}");
            assertThat(answer.bytes()).hasSizeLessThan(text.length() / 3);
        }
    }
}
