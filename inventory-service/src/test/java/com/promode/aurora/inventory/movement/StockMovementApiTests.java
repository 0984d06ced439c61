package com.promode.aurora.inventory.movement;

import static com.promode.aurora.inventory.Warehouse.LEVELS;
import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import com.promode.aurora.contracts.inventory.StockEvent.WasteRecorded;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import(Warehouse.class)
class StockMovementApiTests {

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Events events;

    @Test
    void movesGoodsOutAndTellsWhichLotsTheyCameFrom() {
        var store = warehouse.location();
        var product = warehouse.product();
        var lot = warehouse.lot(store, product, "10.500", "2.5000");
        var order = UUID.randomUUID();
        var command = outbound(product, store, "0.293");
        command.putAll(
                Map.of("unitPrice", new BigDecimal("22.00"), "referenceType", "sale_order", "referenceId", order));

        var answer = warehouse.manager().post(MOVEMENTS, command).expect(201);

        assertThat(answer.header("Location")).isEqualTo(MOVEMENTS + "/" + answer.id());
        assertThat(answer.ok().at("/lots/0/lotId").asString()).isEqualTo(lot.toString());
        assertThat(answer.ok().at("/lots/0/quantity").decimalValue()).isEqualByComparingTo("0.293");
        assertThat(answer.ok().path("revenue").decimalValue()).isEqualByComparingTo("6.45");
        assertThat(answer.ok().path("cost").decimalValue()).isEqualByComparingTo("0.73");
        assertThat(answer.ok().path("recordedAt").asString()).endsWith("Z");
        var read = warehouse.manager().get(MOVEMENTS + "/" + answer.id()).ok();
        assertThat(read.path("referenceId").asString()).isEqualTo(order.toString());
        assertThat(read.at("/lots/0/lotId").asString()).isEqualTo(lot.toString());
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("10.207");
    }

    @Test
    void announcesEachMovementInTheOrderOfTheProduct() {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse.lot(store, product, "10", "2");
        warehouse.manager().post(MOVEMENTS, outbound(product, store, "3")).expect(201);

        var moved = events.expect(StockMoved.class, event -> event.productId().equals(product) && event.version() == 2);

        assertThat(moved.quantity()).isEqualByComparingTo("3");
        assertThat(moved.onHand()).isEqualByComparingTo("7");
        assertThat(moved.cost()).isEqualByComparingTo("6.00");
        assertThat(events.header(moved, "ce_tenantid")).isEqualTo(TestTokens.PROMODE.toString());
        assertThat(events.header(moved, "traceparent")).isNotNull();
        assertThat(events.all(StockMoved.class, event -> event.productId().equals(product)))
                .extracting(StockMoved::version)
                .containsExactly(1L, 2L);
    }

    @Test
    void saysWhenAProductIsLow() {
        var store = warehouse.location();
        var product = warehouse.product(Map.of("reorderPoint", 5));
        warehouse.lot(store, product, "10", "2");
        warehouse.manager().post(MOVEMENTS, outbound(product, store, "5")).expect(201);

        var low = events.expect(StockLow.class, event -> event.productId().equals(product));

        assertThat(low.onHand()).isEqualByComparingTo("5");
        assertThat(low.reorderPoint()).isEqualByComparingTo("5");
    }

    @Test
    void aReorderPointThatIsRaisedMakesAProductLow() {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse.lot(store, product, "10", "2");

        warehouse
                .manager()
                .put(Warehouse.PRODUCTS + "/" + product, Warehouse.body(Map.of("reorderPoint", 20)))
                .expect(200);

        assertThat(events.expect(StockLow.class, event -> event.productId().equals(product))
                        .reorderPoint())
                .isEqualByComparingTo("20");
    }

    @Test
    void wasteIsCostedRecordedAndAnnounced() {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse.lot(store, product, "10", "2.5");
        var command = outbound(product, store, "1.5");
        command.putAll(Map.of("movementType", "waste", "wasteReason", "damaged", "disposalMethod", "compost"));

        var id = warehouse.manager().post(MOVEMENTS, command).expect(201).id();

        var wasted =
                events.expect(WasteRecorded.class, event -> event.movementId().equals(id));
        assertThat(wasted.cost()).isEqualByComparingTo("3.75");
        assertThat(wasted.reason()).isEqualTo("damaged");
    }

    @Test
    void refusesMoreThanThereIsAndChangesNothing() {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse.lot(store, product, "5", "2");

        warehouse.manager().post(MOVEMENTS, outbound(product, store, "5.001")).expect(409, "INSUFFICIENT_STOCK");

        assertThat(warehouse.onHand(product)).isEqualByComparingTo("5");
    }

    @Test
    void refusesAnExpiredLotThatIsNamed() {
        var store = warehouse.location();
        var product = warehouse.product();
        var command = outbound(product, store, "1");
        command.put("lotId", warehouse.expiredLot(store, product, "3"));

        warehouse.manager().post(MOVEMENTS, command).expect(409, "INSUFFICIENT_STOCK");
        // on its own day the lot was good
        command.put("occurredAt", Instant.now().minus(Duration.ofDays(4)).toString());
        warehouse.manager().post(MOVEMENTS, command).expect(201);
    }

    @Test
    void anUnnamedOutboundThatFindsOnlyExpiredLotsIsInsufficient() {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse.expiredLot(store, product, "3");

        warehouse.manager().post(MOVEMENTS, outbound(product, store, "1")).expect(409, "INSUFFICIENT_STOCK");
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("3");
    }

    @Test
    void tellsWhichLotsItPassedOver() {
        var store = warehouse.location();
        var product = warehouse.product();
        var expired = warehouse.expiredLot(store, product, "3");
        warehouse.lot(store, product, "3", "2");

        var skipped = warehouse
                .manager()
                .post(MOVEMENTS, outbound(product, store, "1"))
                .ok()
                .path("skipped");

        assertThat(skipped.at("/0/lotId").asString()).isEqualTo(expired.toString());
        assertThat(skipped.at("/0/reason").asString()).isEqualTo("expired");
    }

    @Test
    void levelsTellWhatIsExpired() {
        var store = warehouse.location();
        var product = warehouse.product();
        var expired = warehouse.expiredLot(store, product, "3");

        var level = warehouse.manager().get(LEVELS + "?lotId=" + expired).ok().path(0);

        assertThat(level.path("onHand").decimalValue()).isEqualByComparingTo("3");
        assertThat(level.path("expired").decimalValue()).isEqualByComparingTo("3");
        assertThat(level.path("available").decimalValue()).isEqualByComparingTo("0");
        assertThat(level.path("locationId").asString()).isEqualTo(store.toString());
    }

    @Test
    void transfersKeepWhatThereIs() {
        var store = warehouse.location();
        var shop = warehouse.location();
        var product = warehouse.product();
        warehouse.lot(store, product, "8", "2");
        var command = outbound(product, store, "3");
        command.putAll(Map.of("movementType", "transfer", "toLocationId", shop));

        warehouse.manager().post(MOVEMENTS, command).expect(201);

        assertThat(warehouse.onHand(product)).isEqualByComparingTo("8");
        var there = warehouse
                .manager()
                .get(LEVELS + "?productId=" + product + "&locationId=" + shop)
                .ok();
        assertThat(there.at("/0/available").decimalValue()).isEqualByComparingTo("3");
    }

    @ParameterizedTest
    @MethodSource
    void refusesACommandThatDoesNotFitItsType(Map<String, Object> change, String field) {
        var command = outbound(warehouse.product(), UUID.randomUUID(), "1");
        command.putAll(change);

        var refusal = warehouse.manager().post(MOVEMENTS, command).expect(400, "VALIDATION_ERROR");

        assertThat(refusal.error().at("/details/0/field").asString()).isEqualTo(field);
    }

    static Stream<Arguments> refusesACommandThatDoesNotFitItsType() {
        var id = UUID.randomUUID();
        return Stream.of(
                Arguments.of(Map.of("quantity", 0), "quantity"),
                Arguments.of(Map.of("quantity", -1), "quantity"),
                Arguments.of(Map.of("quantity", new BigDecimal("0.0001")), "quantity"),
                Arguments.of(Map.of("quantity", "much"), "quantity"),
                Arguments.of(Map.of("movementType", "sale"), "movementType"),
                Arguments.of(Map.of("movementType", "inbound"), "toLocationId"),
                Arguments.of(Map.of("toLocationId", id), "toLocationId"),
                Arguments.of(Map.of("movementType", "waste"), "wasteReason"),
                Arguments.of(Map.of("movementType", "adjustment"), "reason"),
                Arguments.of(
                        Map.of("movementType", "adjustment", "reason", "count", "toLocationId", id), "fromLocationId"),
                Arguments.of(Map.of("movementType", "transfer"), "toLocationId"),
                Arguments.of(Map.of("unitCost", 1), "unitCost"),
                Arguments.of(Map.of("wasteReason", "expired"), "wasteReason"),
                Arguments.of(Map.of("referenceId", id), "referenceId"),
                Arguments.of(Map.of("occurredAt", "2026-01-01T10:00:00"), "occurredAt"),
                Arguments.of(
                        Map.of(
                                "occurredAt",
                                Instant.now().plus(Duration.ofDays(1)).toString()),
                        "occurredAt"),
                Arguments.of(
                        Map.of(
                                "occurredAt",
                                Instant.now().minus(Duration.ofDays(31)).toString()),
                        "occurredAt"));
    }

    @Test
    void refusesPlacesAndProductsThatDoNotExist() {
        var store = warehouse.location();
        var product = warehouse.product();

        warehouse
                .manager()
                .post(MOVEMENTS, outbound(product, UUID.randomUUID(), "1"))
                .expect(404, "NOT_FOUND");
        warehouse
                .manager()
                .post(MOVEMENTS, outbound(UUID.randomUUID(), store, "1"))
                .expect(404, "NOT_FOUND");
        var command = outbound(product, store, "1");
        command.put("lotId", UUID.randomUUID());
        warehouse.manager().post(MOVEMENTS, command).expect(404, "NOT_FOUND");
        warehouse.manager().get(MOVEMENTS + "/" + UUID.randomUUID()).expect(404, "NOT_FOUND");
    }

    @Test
    void putsNothingIntoALocationThatIsNotInUse() {
        var store = warehouse.location();
        var closed = warehouse.location("maintenance");
        var product = warehouse.product();
        warehouse.lot(store, product, "3", "2");
        var command = outbound(product, store, "1");
        command.putAll(Map.of("movementType", "transfer", "toLocationId", closed));

        warehouse.manager().post(MOVEMENTS, command).expect(409, "CONFLICT");
    }

    @Test
    void aBatchIsAllOrNothingAndNamesWhatIsWrong() {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse.lot(store, product, "10", "2");
        var batch = List.of(outbound(product, store, "6"), outbound(product, store, "6"));

        var refusal = warehouse.manager().post(MOVEMENTS, batch).expect(409, "INSUFFICIENT_STOCK");

        assertThat(refusal.error().at("/details/0/field").asString()).isEqualTo("[1]");
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("10");
        var invalid = List.of(outbound(product, store, "1"), outbound(product, store, "0"));
        assertThat(warehouse
                        .manager()
                        .post(MOVEMENTS, invalid)
                        .expect(400)
                        .error()
                        .at("/details/0/field")
                        .asString())
                .isEqualTo("[1].quantity");
    }

    @Test
    void aBatchThatIsNotAtomicAnswersForEachItem() {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse.lot(store, product, "10", "2");
        var batch = List.of(
                outbound(product, store, "6"),
                outbound(product, store, "6"),
                outbound(product, store, "0"),
                outbound(product, store, "4"));

        for (var caller :
                List.of(warehouse.manager(), warehouse.manager().header("Idempotency-Key", "batch-" + product))) {
            var answers =
                    caller.post(MOVEMENTS + "?atomic=false", batch).expect(207).ok();
            assertThat(answers.valueStream()
                            .map(answer -> answer.path("status").asInt())
                            .toList())
                    .isEqualTo(
                            caller == warehouse.manager() ? List.of(201, 409, 400, 201) : List.of(409, 409, 400, 409));
            assertThat(answers.at("/1/error/code").asString()).isEqualTo("INSUFFICIENT_STOCK");
        }
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("0");
    }

    @Test
    void aKeyHasOneEffectAndOneAnswer() {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse.lot(store, product, "10", "2");
        var caller = warehouse.manager().header("Idempotency-Key", "key-" + product);

        var first = caller.post(MOVEMENTS, outbound(product, store, "6")).expect(201);
        var again = caller.post(MOVEMENTS, outbound(product, store, "6")).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("4");
        caller.post(MOVEMENTS, outbound(product, store, "1")).expect(422, "IDEMPOTENCY_MISMATCH");
    }

    @Test
    void aRefusedRequestFreesItsKey() {
        var store = warehouse.location();
        var product = warehouse.product();
        var caller = warehouse.manager().header("Idempotency-Key", "key-" + product);
        caller.post(MOVEMENTS, outbound(product, store, "6")).expect(409, "INSUFFICIENT_STOCK");
        warehouse.lot(store, product, "10", "2");

        caller.post(MOVEMENTS, outbound(product, store, "6")).expect(201);
    }

    @Test
    void isNotSearchedByWhatTheWholeLedgerWouldHaveToBeReadFor() {
        warehouse.manager().get(MOVEMENTS + "?quantity=1").expect(400, "VALIDATION_ERROR");
        warehouse.manager().get(MOVEMENTS + "?quantity%5Bgte%5D=1").expect(400, "VALIDATION_ERROR");
    }

    @Test
    void listsMovementsByTimeAndOnFromACursor() {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse.lot(store, product, "10", "2");
        for (int hour = 1; hour <= 3; hour++) {
            var command = outbound(product, store, "1");
            command.put(
                    "occurredAt", Instant.now().minus(Duration.ofHours(hour)).toString());
            warehouse.manager().post(MOVEMENTS, command).expect(201);
        }
        var list = MOVEMENTS + "?productId=" + product + "&movementType=outbound&limit=2&sort=occurredAt";

        var first = warehouse.manager().get(list + "&total=true").expect(200);
        var rest = warehouse
                .manager()
                .get(list + "&cursor=" + first.meta().path("nextCursor").asString())
                .expect(200);

        assertThat(first.meta().path("total").asLong()).isEqualTo(3);
        assertThat(rest.ok()).hasSize(1);
        assertThat(rest.meta().path("nextCursor").isNull()).isTrue();
        assertThat(Stream.concat(first.ok().valueStream(), rest.ok().valueStream())
                        .map(movement ->
                                Instant.parse(movement.path("occurredAt").asString())))
                .isSorted()
                .hasSize(3);
        warehouse.manager().get(list + "&cursor=nonsense").expect(400);
        warehouse.manager().get(MOVEMENTS + "?sort=quantity").expect(400);
        warehouse.manager().get(MOVEMENTS + "?limit=201").expect(400);
        warehouse.manager().get(MOVEMENTS + "?nonsense=1").expect(400);
    }

    @Test
    void needsItsPermissionBeforeAnythingElse() {
        warehouse.manager().as("stock:read").post(MOVEMENTS, "nonsense").expect(403, "FORBIDDEN");
        warehouse.manager().as("products:read").get(MOVEMENTS).expect(403, "FORBIDDEN");
        warehouse.manager().as("products:read").get(LEVELS).expect(403, "FORBIDDEN");
    }

    @Test
    void anotherTenantSeesNothing() {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse.lot(store, product, "10", "2");
        var id = warehouse
                .manager()
                .post(MOVEMENTS, outbound(product, store, "1"))
                .id();
        var stranger = warehouse.manager().tenant(TestTokens.OTHER);

        stranger.get(MOVEMENTS + "/" + id).expect(404, "NOT_FOUND");
        assertThat(stranger.get(MOVEMENTS + "?productId=" + product).ok()).isEmpty();
        assertThat(stranger.get(LEVELS + "?productId=" + product).ok()).isEmpty();
        stranger.post(MOVEMENTS, outbound(product, store, "1")).expect(404, "NOT_FOUND");
    }
}
