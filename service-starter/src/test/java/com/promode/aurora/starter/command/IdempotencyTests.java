package com.promode.aurora.starter.command;

import static com.promode.aurora.starter.shelf.Bodies.name;
import static com.promode.aurora.starter.shelf.Bodies.shelf;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.shelf.Bodies;
import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.Gate;
import com.promode.aurora.starter.shelf.Parts;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;

@ShelfTest
class IdempotencyTests {

    private final UUID tenant = UUID.randomUUID();
    private final Client client;
    private final Gate gate;
    private final IdempotencyJob job;

    IdempotencyTests(Client all, Gate gate, IdempotencyJob job) {
        this.client = all.tenant(tenant);
        this.gate = gate;
        this.job = job;
    }

    @Test
    void theSameRequestHasOneEffectAndOneAnswer() {
        var keyed = client.header("Idempotency-Key", name());
        var body = shelf(name());
        var first = keyed.post("/api/shelves", body).expect(201);
        var second = keyed.post("/api/shelves", body).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        for (var header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertThat(second.header(header)).isNotEmpty().isEqualTo(first.header(header));
        }
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(count()).isOne();
    }

    @Test
    void aBatchIsRepeatedWithItsAnswer() {
        var keyed = client.header("Idempotency-Key", name());
        var body = "[" + shelf("good") + "," + shelf("") + "]";
        var first = keyed.post("/api/shelves?atomic=false", body).expect(207);
        assertThat(keyed.post("/api/shelves?atomic=false", body).expect(207).body())
                .isEqualTo(first.body());
        assertThat(count()).isOne();
    }

    @Test
    void aKeyStandsForOneRequest() {
        var keyed = client.header("Idempotency-Key", name());
        var body = shelf(name());
        keyed.post("/api/shelves", body).expect(201);
        keyed.post("/api/shelves", shelf(name())).expect(422, "IDEMPOTENCY_MISMATCH");
        keyed.post("/api/shelves?atomic=false", body).expect(422, "IDEMPOTENCY_MISMATCH");
        assertThat(count()).isOne();
    }

    @Test
    void aRefusedRequestFreesItsKey() {
        var keyed = client.header("Idempotency-Key", name());
        keyed.post("/api/shelves", shelf("")).expect(400);
        keyed.post("/api/shelves", shelf("ugly")).expect(400);
        keyed.post("/api/shelves", shelf(name(), "1000")).expect(409);
        keyed.post("/api/shelves", shelf(name())).expect(201);
    }

    @Test
    void aCrashLeavesNothing() {
        var keyed = client.header("Idempotency-Key", name());
        var body = shelf(name());
        keyed.post("/api/trouble/crash", body).expect(500, "INTERNAL_ERROR");
        assertThat(count()).isZero();
        assertThat(Parts.database("inventory_service")
                        .queryForList("SELECT scope FROM idempotency WHERE scope LIKE ?", tenant + "%"))
                .isEmpty();
        keyed.post("/api/shelves", body).expect(201);
    }

    @Test
    void whoeverComesWhileItIsWorkedOnIsToldSo() throws Exception {
        var keyed = client.header("Idempotency-Key", name());
        var body = shelf(name());
        var slow = CompletableFuture.supplyAsync(() -> keyed.post("/api/trouble/slow", body));
        try {
            gate.awaitBegun();
            keyed.post("/api/trouble/slow", body).expect(409, "CONFLICT");
        } finally {
            gate.open();
        }
        var first = slow.get(10, TimeUnit.SECONDS).expect(200);
        assertThat(first.json().path("message").asString()).isEqualTo("The shelf stands");
        assertThat(keyed.post("/api/trouble/slow", body).expect(200).body()).isEqualTo(first.body());
        assertThat(count()).isOne();
    }

    @Test
    void manyAtOnceHaveOneEffect() {
        var keyed = client.header("Idempotency-Key", name());
        var body = shelf(name());
        var answers = IntStream.range(0, 20)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> keyed.post("/api/shelves", body)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
        assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(count()).isOne();
    }

    @Test
    void othersMayUseTheSameKey() {
        var key = name();
        var other = UUID.randomUUID();
        var keyed = client.header("Idempotency-Key", key);
        keyed.post("/api/shelves", shelf(name())).expect(201);
        keyed.as(tenant, UUID.randomUUID()).post("/api/shelves", shelf(name())).expect(201);
        keyed.tenant(other).post("/api/shelves", shelf(name())).expect(201);
        keyed.post("/api/trouble/crash", shelf(name())).expect(500);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void onlyAPostTakesAKey() {
        var path = client.post("/api/shelves", shelf(name())).header("Location");
        var keyed = client.header("Idempotency-Key", name());
        keyed.put(path, shelf(name())).expect(200);
        keyed.put(path, shelf(name())).expect(200);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        client.header("Idempotency-Key", "k".repeat(256))
                .post("/api/shelves", shelf(name()))
                .refuses("Idempotency-Key");
        client.header("Idempotency-Key", "k".repeat(255))
                .post("/api/shelves", Bodies.shelves(1))
                .expect(201);
    }

    @Test
    void forgetsKeysAfterADay() {
        var old = client.header("Idempotency-Key", "old");
        var young = client.header("Idempotency-Key", "young");
        old.post("/api/shelves", shelf("old")).expect(201);
        young.post("/api/shelves", shelf("young")).expect(201);
        var owner = Parts.database("aurora_owner");
        age(owner, "old", "24 hours 1 minute");
        age(owner, "young", "23 hours 59 minutes");
        job.forget();
        old.post("/api/shelves", shelf("new")).expect(201);
        young.post("/api/shelves", shelf("new one")).expect(422);
    }

    private void age(JdbcOperations owner, String key, String age) {
        assertThat(owner.update(
                        "UPDATE idempotency SET stored_at = now() - ?::interval WHERE scope LIKE ?",
                        age,
                        tenant + "% " + key))
                .isOne();
    }

    private int count() {
        return client.get("/api/shelves").meta().path("total").asInt();
    }
}
