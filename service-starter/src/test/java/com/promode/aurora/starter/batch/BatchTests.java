package com.promode.aurora.starter.batch;

import static com.promode.aurora.starter.shelf.Bodies.name;
import static com.promode.aurora.starter.shelf.Bodies.shelf;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.shelf.Answer;
import com.promode.aurora.starter.shelf.Bodies;
import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ShelfTest
class BatchTests {

    private static final String ORPHAN =
            shelf("orphan").replace("\"kind\"", "\"parentId\":\"0192f000-0000-7000-8000-00000000dead\",\"kind\"");

    private final Client client;

    BatchTests(Client all) {
        this.client = all.tenant(UUID.randomUUID());
    }

    @Test
    void takesOneObject() {
        assertThat(client.post("/api/shelves", shelf("one")).expect(201).data().isObject())
                .isTrue();
    }

    @Test
    void takesAnArrayAndAnswersInItsOrder() {
        var answer = client.post("/api/shelves", List.of(shelf("b"), shelf("a")).toString())
                .expect(201);
        assertThat(answer.data().size()).isEqualTo(2);
        assertThat(answer.data().at("/0/status").asInt()).isEqualTo(201);
        assertThat(answer.data().at("/0/data/name").asString()).isEqualTo("b");
        assertThat(answer.data().at("/1/data/name").asString()).isEqualTo("a");
        assertThat(answer.data().path(0).has("error")).isFalse();
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void takesAThousand() {
        assertThat(client.post("/api/shelves", Bodies.shelves(1_000))
                        .expect(201)
                        .data()
                        .size())
                .isEqualTo(1_000);
        assertThat(count()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_001})
    void refusesNoneAndTooMany(int items) {
        client.post("/api/shelves", Bodies.shelves(items)).expect(400, "MALFORMED_REQUEST");
        client.post("/api/shelves?atomic=false", Bodies.shelves(items)).expect(400, "MALFORMED_REQUEST");
        assertThat(count()).isZero();
    }

    @Test
    void namesEveryBadItemAndWritesNothing() {
        var body = List.of(shelf("good"), shelf(""), shelf("wet").replace("dry", "wet"), shelf("bad", "-1"));
        client.post("/api/shelves", body.toString())
                .refuses("[1].name")
                .refuses("[2].kind")
                .refuses("[3].width");
        assertThat(count()).isZero();
    }

    @Test
    void namesTheItemThatTheDomainRefusesAndWritesNothing() {
        client.post("/api/shelves", List.of(shelf("good"), shelf("ugly")).toString())
                .refuses("[1].name");
        assertThat(count()).isZero();
    }

    @Test
    void writesNothingWhenTheDatabaseRefuses() {
        client.post("/api/shelves", List.of(shelf("same"), shelf("same")).toString())
                .expect(409, "DUPLICATE");
        client.post("/api/shelves", List.of(shelf("good"), ORPHAN).toString()).expect(409, "CONFLICT");
        assertThat(count()).isZero();
    }

    @Test
    void anItemThatIsNoObjectIsNamed() {
        var answer = client.post("/api/shelves", List.of(shelf("good"), "7").toString());
        answer.expect(400, "MALFORMED_REQUEST");
        assertThat(answer.json().at("/error/details/0/field").asString()).isEqualTo("[1]");
    }

    @Test
    void oneBadItemDoesNotLoseTheOthers() {
        var body = List.of(
                shelf("first"),
                shelf(""),
                shelf("first"),
                shelf("ugly"),
                ORPHAN,
                "7",
                shelf("wide", "99999999"),
                shelf("last"));
        var answer = client.post("/api/shelves?atomic=false", body.toString()).expect(207);
        assertThat(statuses(answer)).containsExactly(201, 400, 409, 400, 409, 400, 400, 201);
        assertThat(answer.data().at("/1/error/code").asString()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.data().at("/1/error/details/0/field").asString()).isEqualTo("name");
        assertThat(answer.data().at("/2/error/code").asString()).isEqualTo("DUPLICATE");
        assertThat(answer.data().at("/7/data/name").asString()).isEqualTo("last");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void oneBadItemDoesNotLoseTheOthersInOneTransaction() {
        var body = List.of(
                shelf("first"),
                shelf(""),
                shelf("first"),
                shelf("ugly"),
                ORPHAN,
                shelf("wide", "99999999"),
                shelf("last"));
        var keyed = client.header("Idempotency-Key", name());
        var answer = keyed.post("/api/shelves?atomic=false", body.toString()).expect(207);
        assertThat(statuses(answer)).containsExactly(201, 400, 409, 400, 409, 400, 201);
        assertThat(count()).isEqualTo(2);
        var again = keyed.post("/api/shelves?atomic=false", body.toString()).expect(207);
        assertThat(again.data()).isEqualTo(answer.data());
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void refusesToGuessWhatAtomicMeans() {
        client.post("/api/shelves?atomic=maybe", Bodies.shelves(2)).refuses("atomic");
    }

    private static List<Integer> statuses(Answer answer) {
        return StreamSupport.stream(answer.data().spliterator(), false)
                .map(item -> item.path("status").asInt())
                .toList();
    }

    private int count() {
        return client.get("/api/shelves").meta().path("total").asInt();
    }
}
