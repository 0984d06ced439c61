package com.promode.aurora.inventory.waste;

import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Warehouse.class)
class WasteApiTests {

    private static final String PATH = "/api/warehouse/waste";

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Api api;

    private UUID store;
    private UUID product;
    private UUID expired;
    private UUID fresh;

    @BeforeEach
    void goods() {
        store = warehouse.location();
        product = warehouse.product();
        expired = warehouse.expiredLot(store, product, "3");
        fresh = warehouse.lot(store, product, "7", "2");
    }

    @Test
    void wasteTakesTheExpiredFirstAndTellsWhatItCost() {
        var answer = warehouse.manager().post(PATH, command("4")).expect(201);

        var waste = answer.ok();
        assertThat(answer.header("Location"))
                .isEqualTo(MOVEMENTS + "/" + waste.path("movementId").asString());
        assertThat(waste.path("costImpact").decimalValue()).isEqualByComparingTo("8");
        assertThat(waste.path("locationId").asString()).isEqualTo(store.toString());
        assertThat(waste.path("wasteReason").asString()).isEqualTo("quality_issue");
        assertThat(waste.path("disposalMethod").asString()).isEqualTo("compost");
        assertThat(waste.path("disposalDate").asString())
                .isEqualTo(LocalDate.now(Warehouse.INDIA).toString());
        assertThat(waste.path("reportedBy").asString()).isEqualTo("0192f000-0000-7000-8000-0000000000aa");
        assertThat(waste.path("reversedBy").isNull()).isTrue();
        assertThat(waste.path("lots").valueStream().map(lot -> lot.path("lotId").asString()))
                .containsExactlyInAnyOrder(expired.toString(), fresh.toString());
        assertThat(waste.at("/lots/0/batchNumber").asString()).isNotBlank();
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("6");
    }

    @Test
    void listsByTimePageByPage() {
        var earlier = command("1");
        earlier.put("occurredAt", Instant.now().minus(Duration.ofDays(2)).toString());
        var now = warehouse.manager().post(PATH, command("1")).expect(201).id();
        var then = warehouse.manager().post(PATH, earlier).expect(201).id();

        var first = list("&limit=1");
        var second = list("&limit=1&cursor=" + first.meta().path("nextCursor").asString());

        assertThat(first.ok().at("/0/id").asString()).isEqualTo(now.toString());
        assertThat(second.ok().at("/0/id").asString()).isEqualTo(then.toString());
        assertThat(second.meta().path("nextCursor").isNull()).isTrue();
        assertThat(list("&sort=occurredAt").ok().at("/0/id").asString()).isEqualTo(then.toString());
        var since = Instant.now().minus(Duration.ofDays(1));
        assertThat(ids(list("&occurredAt%5Bgte%5D=" + since))).containsExactly(now.toString());
    }

    @Test
    void findsByReasonAndByMethod() {
        var damaged = command("1");
        damaged.put("wasteReason", "damaged");
        damaged.put("disposalMethod", "donation");
        warehouse.manager().post(PATH, command("1")).expect(201);
        var id = warehouse.manager().post(PATH, damaged).expect(201).id().toString();

        assertThat(ids(list("&wasteReason=damaged"))).containsExactly(id);
        assertThat(ids(list("&disposalMethod=donation"))).containsExactly(id);
        assertThat(ids(list(""))).hasSize(2);
        api.as("stock:read").get(PATH + "?wasteReason=boredom").expect(400, "VALIDATION_ERROR");
    }

    @Test
    void whatWasTakenBackStaysAndNamesTheMovementThatDidSo() {
        var id = warehouse.manager().post(PATH, command("1")).expect(201).id();

        var reversal = warehouse
                .manager()
                .post(MOVEMENTS + "/" + id + "/reverse", Map.of("reason", "was good"))
                .expect(201)
                .id();

        var rows = list("").ok();
        assertThat(rows.size()).isEqualTo(1);
        assertThat(rows.at("/0/reversedBy").asString()).isEqualTo(reversal.toString());
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "quantity, 0, 400",
        "quantity, -1, 400",
        "wasteReason, boredom, 400",
        "wasteReason, , 400",
        "disposalMethod, , 400",
        "occurredAt, 2020-01-01T00:00:00Z, 400",
        "locationId, 0192f000-0000-7000-8000-00000000dead, 404",
        "productId, 0192f000-0000-7000-8000-00000000dead, 404",
        "lotId, 0192f000-0000-7000-8000-00000000dead, 404",
        "quantity, 10.001, 409"
    })
    void refusesWhatCantBe(String field, String value, int status) {
        var command = command("1");
        command.put(field, field.equals("quantity") ? new BigDecimal(value) : value);

        warehouse.manager().post(PATH, command).expect(status);

        assertThat(warehouse.onHand(product)).isEqualByComparingTo("10");
    }

    @Test
    void needsThePermissions() {
        api.as("stock:read").post(PATH, command("1")).expect(403, "FORBIDDEN");
        api.as("stock:write").get(PATH).expect(403, "FORBIDDEN");
    }

    @Test
    void anotherTenantSeesNothing() {
        warehouse.manager().post(PATH, command("1")).expect(201);
        var stranger = warehouse.manager().tenant(TestTokens.OTHER);

        assertThat(stranger.get(PATH + "?productId=" + product).ok().size()).isZero();
        stranger.post(PATH, command("1")).expect(404, "NOT_FOUND");
    }

    private Api.Answer list(String more) {
        return api.as("stock:read").get(PATH + "?productId=" + product + more).expect(200);
    }

    private static Iterable<String> ids(Api.Answer answer) {
        return answer.ok()
                .valueStream()
                .map((JsonNode row) -> row.path("id").asString())
                .toList();
    }

    private Map<String, Object> command(String quantity) {
        return new LinkedHashMap<>(Map.of(
                "productId",
                product,
                "locationId",
                store,
                "quantity",
                new BigDecimal(quantity),
                "wasteReason",
                "quality_issue",
                "disposalMethod",
                "compost"));
    }
}
