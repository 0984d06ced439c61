package com.promode.aurora.warehouse.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.test.Api;
import com.promode.aurora.test.Api.Answer;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class StorageLocationApiTests {

    private static final String PATH = "/api/warehouse/storage/locations";

    @Autowired
    private Api api;

    private Api reader;
    private Api writer;

    /** Marks the locations of one test, as the database is shared. */
    private String mark;

    @BeforeEach
    void signIn() {
        reader = api.as("storage:read");
        writer = api.as("storage:write");
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void createsALocation() {
        var answer = writer.post(PATH, body("Room")).expect(201);

        assertThat(answer.header("Location")).isEqualTo(PATH + "/" + answer.id());
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        var location = answer.ok();
        assertThat(location.path("name").asString()).isEqualTo("Room " + mark);
        assertThat(location.path("type").asString()).isEqualTo("cold_storage");
        assertThat(location.path("status").asString()).isEqualTo("active");
        assertThat(location.path("temperatureMax").decimalValue()).isEqualByComparingTo("8");
        assertThat(location.path("createdAt").asString()).endsWith("Z");
        assertThat(location.has("version")).isFalse();
        assertThat(location.has("tenantId")).isFalse();
    }

    @Test
    void readsWhatWasCreated() {
        var created = writer.post(PATH, body("Room"));

        var read = reader.get(PATH + "/" + created.id()).expect(200);

        assertThat(read.header("ETag")).isEqualTo("\"0\"");
        assertThat(read.ok().path("id")).isEqualTo(created.ok().path("id"));
        assertThat(read.ok().path("createdAt")).isEqualTo(created.ok().path("createdAt"));
        assertThat(read.ok().path("capacityTonnes").decimalValue()).isEqualByComparingTo("20.5");
    }

    @Test
    void keepsALocationWithoutAnyLimits() {
        var created = writer.post(PATH, Map.of("name", "Yard " + mark, "type", "ambient"));

        var read = reader.get(PATH + "/" + created.id()).ok();

        assertThat(read.path("temperatureMin").isNull()).isTrue();
        assertThat(read.path("humidityMax").isNull()).isTrue();
        assertThat(read.path("capacityTonnes").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "name, '   '",
        "name, ",
        "type, ",
        "type, garage",
        "status, broken",
        "capacityTonnes, 0",
        "capacityTonnes, -1",
        "capacityTonnes, 1000000",
        "capacityTonnes, 1.001",
        "capacityTonnes, plenty",
        "temperatureMin, 8.01",
        "temperatureMax, 1000",
        "temperatureMax, 7.001",
        "humidityMin, -1",
        "humidityMax, 101",
        "humidityMin, 96"
    })
    void refusesAWrongValueAndNamesTheField(String field, String value) {
        var refused = writer.post(PATH, body("Room", field, value)).expect(400, "VALIDATION_ERROR");

        assertThat(refused.error().path("details").get(0).path("field").asString())
                .isEqualTo(field);
        assertThat(found("")).isEmpty();
    }

    @Test
    void refusesANameThatIsTooLong() {
        writer.post(PATH, body("Room", "name", "x".repeat(101))).expect(400, "VALIDATION_ERROR");
    }

    @Test
    void refusesFieldsThatItDoesNotKnow() {
        writer.post(PATH, body("Room", "colour", "green")).expect(400, "MALFORMED_REQUEST");
        writer.post(PATH, body("Room", "version", "7")).expect(400, "MALFORMED_REQUEST");
    }

    @Test
    void refusesASecondLocationOfTheSameNameWhateverItsCase() {
        writer.post(PATH, body("Room")).expect(201);

        writer.post(PATH, body("ROOM")).expect(409, "DUPLICATE");
    }

    @Test
    void changesALocation() {
        var created = writer.post(PATH, body("Room"));

        var changed = writer.put(
                        PATH + "/" + created.id(),
                        Map.of("name", "Hall " + mark, "type", "dry_storage", "status", "maintenance"))
                .expect(200);

        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        var read = reader.get(PATH + "/" + created.id());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.ok()).isEqualTo(changed.ok());
        assertThat(read.ok().path("name").asString()).isEqualTo("Hall " + mark);
        assertThat(read.ok().path("status").asString()).isEqualTo("maintenance");
        assertThat(read.ok().path("temperatureMax").isNull()).isTrue();
        assertThat(read.ok().path("createdAt")).isEqualTo(created.ok().path("createdAt"));
    }

    @Test
    void keepsItsOwnNameOnAChangeButTakesNoOthers() {
        writer.post(PATH, body("Room")).expect(201);
        var other = PATH + "/" + writer.post(PATH, body("Hall")).id();

        writer.put(other, body("hall", "capacityTonnes", "7")).expect(200);
        writer.put(other, body("room")).expect(409, "DUPLICATE");
    }

    @Test
    void refusesAChangeThatBreaksARule() {
        var path = PATH + "/" + writer.post(PATH, body("Room")).id();

        writer.put(path, body("Room", "temperatureMin", "9")).expect(400, "VALIDATION_ERROR");

        assertThat(reader.get(path).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void refusesAChangeOfAnOldVersion() {
        var path = PATH + "/" + writer.post(PATH, body("Room")).id();
        writer.header("If-Match", "\"0\"")
                .put(path, body("Room", "capacityTonnes", "1"))
                .expect(200);

        writer.header("If-Match", "\"0\"")
                .put(path, body("Room", "capacityTonnes", "2"))
                .expect(412, "STALE");

        assertThat(reader.get(path).ok().path("capacityTonnes").decimalValue()).isEqualByComparingTo("1");
    }

    @Test
    void knowsNoOtherIds() {
        var path = PATH + "/" + UUID.randomUUID();

        reader.get(path).expect(404, "NOT_FOUND");
        writer.put(path, body("Room")).expect(404, "NOT_FOUND");
        reader.get(PATH + "/nowhere").expect(404, "NOT_FOUND");
    }

    @Test
    void asksForATokenFirst() {
        var path = PATH + "/" + UUID.randomUUID();

        api.get(PATH).expect(401, "UNAUTHENTICATED");
        api.get(path).expect(401, "UNAUTHENTICATED");
        api.post(PATH, body("Room")).expect(401, "UNAUTHENTICATED");
        api.put(path, body("Room")).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void asksForThePermissionBeforeItLooksAtTheRequest() {
        var path = PATH + "/" + UUID.randomUUID();

        writer.get(PATH).expect(403, "FORBIDDEN");
        writer.get(path).expect(403, "FORBIDDEN");
        reader.post(PATH, "{broken").expect(403, "FORBIDDEN");
        reader.put(path, "{broken").expect(403, "FORBIDDEN");
    }

    @Test
    void showsATenantNothingOfAnother() {
        var path = PATH + "/" + writer.post(PATH, body("Room")).id();
        var stranger = api.tenant(TestTokens.OTHER).as("storage:read", "storage:write");

        stranger.get(path).expect(404, "NOT_FOUND");
        stranger.put(path, body("Mine")).expect(404, "NOT_FOUND");
        assertThat(stranger.get(PATH + "?q=" + mark).ok()).isEmpty();
        stranger.post(PATH, body("Room")).expect(201);
        assertThat(found("")).hasSize(1);
    }

    @Test
    void listsByFilterSearchAndOrder() {
        writer.post(PATH, body("Alpha", "capacityTonnes", "3")).expect(201);
        writer.post(PATH, body("Beta", "type", "freezer")).expect(201);
        writer.post(PATH, body("Gamma", "status", "inactive")).expect(201);

        assertThat(names(found(""))).containsExactly("Alpha", "Beta", "Gamma");
        assertThat(names(found("&sort=-name"))).containsExactly("Gamma", "Beta", "Alpha");
        assertThat(names(found("&type=freezer"))).containsExactly("Beta");
        assertThat(names(found("&status=inactive"))).containsExactly("Gamma");
        assertThat(names(found("&name=Alpha%20" + mark))).containsExactly("Alpha");
        assertThat(names(found("&capacityTonnes%5Blte%5D=3"))).containsExactly("Alpha");
        assertThat(reader.get(PATH + "?q=GAMMA%20" + mark).ok()).hasSize(1);
        assertThat(reader.get(PATH + "?q=%25" + mark).ok()).isEmpty();
    }

    @Test
    void pagesAndCountsTheList() {
        writer.post(PATH, body("Alpha")).expect(201);
        writer.post(PATH, body("Beta")).expect(201);
        writer.post(PATH, body("Gamma")).expect(201);

        var page =
                reader.get(PATH + "?q=" + mark + "&limit=2&page=2&fields=name").expect(200);

        assertThat(page.ok()).hasSize(1);
        assertThat(page.ok().get(0).toString()).isEqualTo("{\"name\":\"Gamma " + mark + "\"}");
        assertThat(page.meta().path("total").asInt()).isEqualTo(3);
        assertThat(page.meta().path("totalPages").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"sort=tenantId", "tenantId=x", "type=garage", "fields=tenantId", "limit=201", "page=0"})
    void refusesAListThatItCannotMake(String query) {
        reader.get(PATH + "?" + query).expect(400, "VALIDATION_ERROR");
    }

    @Test
    void createsOnceUnderAnIdempotencyKey() {
        var again = writer.header("Idempotency-Key", "storage-" + mark);

        var first = again.post(PATH, body("Room")).expect(201);
        var second = again.post(PATH, body("Room")).expect(201);

        assertThat(second.id()).isEqualTo(first.id());
        again.post(PATH, body("Hall")).expect(422, "IDEMPOTENCY_MISMATCH");
    }

    private JsonNode found(String more) {
        Answer answer = reader.get(PATH + "?q=" + mark + more);
        return answer.ok();
    }

    private Iterable<String> names(JsonNode locations) {
        return locations
                .valueStream()
                .map(location -> location.path("name").asString().replace(" " + mark, ""))
                .toList();
    }

    private Map<String, Object> body(String name) {
        var body = new HashMap<String, Object>();
        body.put("name", name + " " + mark);
        body.put("type", "cold_storage");
        body.put("capacityTonnes", 20.5);
        body.put("temperatureMin", 2);
        body.put("temperatureMax", 8);
        body.put("humidityMin", 85);
        body.put("humidityMax", 95);
        return body;
    }

    /** With one field as in the table of a test; a number where it looks like one. */
    private Map<String, Object> body(String name, String field, String value) {
        var body = body(name);
        body.put(field, value != null && value.matches("-?[0-9.]+") ? Double.valueOf(value) : value);
        return body;
    }
}
