package com.promode.aurora.inventory.count;

import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Ten kilograms and ten pieces lie at the store. */
@ServiceTest
@Import(Warehouse.class)
class CountApiTests {

    private static final String PATH = "/api/warehouse/stock/counts";

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    private Api poster;
    private UUID store;
    private UUID loose;
    private UUID looseLot;
    private UUID pieces;
    private UUID piecesLot;

    @BeforeEach
    void goods() {
        poster = api.as("stock:approve", "stock:read").user(UUID.randomUUID());
        store = warehouse.location();
        loose = warehouse.product();
        looseLot = warehouse.lot(store, loose, "10", "2");
        pieces = warehouse.product(Map.of("unit", "piece"));
        piecesLot = warehouse.lot(store, pieces, "10", "6000");
    }

    @Test
    void opensBlindWithAllLotsThatLieThere() {
        var opened = warehouse.manager().post(PATH, Map.of("locationId", store)).expect(201);

        assertThat(opened.header("Location")).isEqualTo(PATH + "/" + opened.id());
        assertThat(opened.ok().path("status").asString()).isEqualTo("open");
        assertThat(opened.ok().path("code").asString()).matches("SC-\\d{3,}");
        assertThat(opened.ok().path("lines").size()).isEqualTo(2);
        var line = line(opened.ok(), looseLot);
        assertThat(line.path("counted").isNull()).isTrue();
        assertThat(line.path("productCode").asString()).startsWith("PRD-");
        assertThat(line.path("batchNumber").asString()).isNotBlank();
        assertThat(line.has("expected")).isFalse();
        assertThat(opened.ok().path("uncounted").size()).isEqualTo(2);
    }

    @Test
    void aLocationIsCountedOnceAtATime() {
        var first = open();

        warehouse.manager().post(PATH, Map.of("locationId", store)).expect(409, "CONFLICT");
        warehouse.manager().post(PATH + "/" + first + "/cancel", null).expect(200);
        warehouse.manager().post(PATH, Map.of("locationId", store)).expect(201);
    }

    @Test
    void postingPutsTheLedgerRightOnTopOfWhatHasMovedSince() {
        var id = open();
        var counted = count(id, loose, looseLot, "9.5").expect(200);
        assertThat(line(counted.ok(), looseLot).has("expected")).isFalse();
        assertThat(counted.ok().path("uncounted").valueStream().map(JsonNode::asString))
                .containsExactly(piecesLot.toString());
        warehouse.manager().post(MOVEMENTS, outbound(loose, store, "4")).expect(201);

        var posted = post(id).expect(200).ok();

        assertThat(posted.path("status").asString()).isEqualTo("posted");
        var line = line(posted, looseLot);
        assertThat(line.path("expected").decimalValue()).isEqualByComparingTo("10");
        assertThat(line.path("variance").decimalValue()).isEqualByComparingTo("-0.5");
        assertThat(warehouse.onHand(loose)).isEqualByComparingTo("5.5");
        assertThat(warehouse.onHand(pieces)).isEqualByComparingTo("10");
        assertThat(line(posted, piecesLot).has("variance")).isFalse();
        assertThat(posted.path("uncounted").valueStream().map(JsonNode::asString))
                .containsExactly(piecesLot.toString());
        var movement = warehouse
                .manager()
                .get(MOVEMENTS + "/" + line.path("movementId").asString())
                .ok();
        assertThat(movement.path("reason").asString())
                .isEqualTo("stock count " + posted.path("code").asString());
        assertThat(movement.path("referenceType").asString()).isEqualTo("adjustment");
        assertThat(movement.path("referenceId").asString()).isEqualTo(id.toString());
        events.expect(
                AuditRecorded.class,
                audit -> audit.action().equals("stock_count.post") && id.equals(audit.resourceId()));
    }

    @Test
    void countingAgainReplacesAndWhatFitsMovesNothing() {
        var id = open();
        count(id, loose, looseLot, "3").expect(200);
        count(id, loose, looseLot, "10").expect(200);

        var line = line(post(id).expect(200).ok(), looseLot);

        assertThat(line.path("variance").decimalValue()).isEqualByComparingTo("0");
        assertThat(line.has("movementId")).isFalse();
        assertThat(warehouse.onHand(loose)).isEqualByComparingTo("10");
    }

    @Test
    void whoCountedBeforeIsNotForgotten() {
        var id = open();
        count(id, pieces, piecesLot, "3").expect(200);
        var other = UUID.randomUUID();
        warehouse
                .manager()
                .user(other)
                .put(lines(id), List.of(found(pieces, piecesLot, "1")))
                .expect(200);

        var audit = events.expect(
                AuditRecorded.class,
                event -> id.equals(event.resourceId())
                        && event.action().equals("stock_count.count")
                        && other.equals(event.userId()));

        assertThat(String.valueOf(audit.oldValues())).contains("counted=3", piecesLot.toString());
        assertThat(String.valueOf(audit.newValues())).contains("counted=1", other.toString());
        assertThat(events.all(
                        AuditRecorded.class,
                        event -> id.equals(event.resourceId()) && event.action().equals("stock_count.count")))
                .hasSize(2);
        api.as("stock:approve").post(PATH + "/" + id + "/post", null).expect(403, "FORBIDDEN");
    }

    @Test
    void aLotThatIsFoundElsewhereThanTheLedgerSaysIsAdded() {
        var elsewhere = warehouse.lot(warehouse.location(), loose, "5", "2");
        var id = open();

        count(id, loose, elsewhere, "1.25").expect(200);
        var line = line(post(id).expect(200).ok(), elsewhere);

        assertThat(line.path("expected").decimalValue()).isEqualByComparingTo("0");
        assertThat(line.path("variance").decimalValue()).isEqualByComparingTo("1.25");
        assertThat(warehouse.onHand(loose)).isEqualByComparingTo("16.25");
    }

    @Test
    void aShortageThatHasBeenSoldMeanwhilePostsNothing() {
        var id = open();
        count(id, loose, looseLot, "2").expect(200);
        count(id, pieces, piecesLot, "11").expect(200);
        warehouse.manager().post(MOVEMENTS, outbound(loose, store, "3")).expect(201);

        var refused = post(id).expect(409, "INSUFFICIENT_STOCK");

        assertThat(refused.body()).contains(looseLot.toString());
        assertThat(warehouse.onHand(loose)).isEqualByComparingTo("7");
        assertThat(warehouse.onHand(pieces)).isEqualByComparingTo("10");
        assertThat(poster.get(PATH + "/" + id).ok().path("status").asString()).isEqualTo("open");
    }

    @Test
    void whoCountedDoesNotPostWhatIsWorthMuch() {
        var id = open();
        count(id, pieces, piecesLot, "1").expect(200);
        var self = api.as("stock:approve");

        self.post(PATH + "/" + id + "/post", null).expect(403, "FORBIDDEN");
        assertThat(warehouse.onHand(pieces)).isEqualByComparingTo("10");
        count(id, pieces, piecesLot, "2").expect(200);
        self.post(PATH + "/" + id + "/post", null).expect(200);
        assertThat(warehouse.onHand(pieces)).isEqualByComparingTo("2");
    }

    @Test
    void anotherUserPostsWhatIsWorthMuch() {
        var id = open();
        count(id, pieces, piecesLot, "1").expect(200);

        post(id).expect(200);

        assertThat(warehouse.onHand(pieces)).isEqualByComparingTo("1");
    }

    @Test
    void whatIsClosedStaysClosed() {
        var posted = open();
        post(posted).expect(200);
        var cancelled = open();
        count(cancelled, loose, looseLot, "1").expect(200);
        var view = warehouse
                .manager()
                .post(PATH + "/" + cancelled + "/cancel", null)
                .expect(200)
                .ok();

        assertThat(line(view, looseLot).has("expected")).isFalse();
        assertThat(post(posted).expect(409, "INVALID_TRANSITION").body()).contains("posted");
        post(cancelled).expect(409, "INVALID_TRANSITION");
        count(posted, loose, looseLot, "1").expect(409, "INVALID_TRANSITION");
        warehouse.manager().post(PATH + "/" + posted + "/cancel", null).expect(409, "INVALID_TRANSITION");
        assertThat(warehouse.onHand(loose)).isEqualByComparingTo("10");
    }

    @Test
    void lists() {
        var id = open().toString();

        var listed = poster.get(PATH + "?status=open&locationId=" + store).expect(200);

        assertThat(listed.meta().path("total").asInt()).isEqualTo(1);
        assertThat(listed.ok().at("/0/id").asString()).isEqualTo(id);
        assertThat(listed.ok().at("/0/lineCount").asInt()).isEqualTo(2);
        assertThat(listed.ok().at("/0/countedCount").asInt()).isZero();
        assertThat(listed.ok().path(0).has("lines")).isFalse();
        assertThat(poster.get(PATH + "?status=posted&locationId=" + store).ok().size())
                .isZero();
        poster.get(PATH + "?status=lost").expect(400, "VALIDATION_ERROR");
    }

    @Test
    void linesAreAListOfTheirOwn() {
        var id = open();
        count(id, loose, looseLot, "9").expect(200);

        var first = poster.get(lines(id) + "?limit=1").expect(200);
        var left = poster.get(lines(id) + "?isCounted=false").expect(200).ok();
        post(id).expect(200);
        var differing = poster.get(lines(id) + "?lotId=" + looseLot).expect(200).ok();

        assertThat(first.ok()).hasSize(1);
        assertThat(first.meta().path("total").asInt()).isEqualTo(2);
        assertThat(first.ok().path(0).has("expected")).isFalse();
        assertThat(left.findValuesAsString("lotId")).containsExactly(piecesLot.toString());
        assertThat(differing.at("/0/variance").decimalValue()).isEqualByComparingTo("-1");
        poster.get(lines(UUID.randomUUID())).expect(404, "NOT_FOUND");
        poster.tenant(TestTokens.OTHER).get(lines(id)).expect(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"loose, -1, 400", "loose, 0.0001, 400", "pieces, 0.5, 400"})
    void refusesWhatCantBeCounted(String what, String counted, int status) {
        var isLoose = what.equals("loose");

        var refused = count(open(), isLoose ? loose : pieces, isLoose ? looseLot : piecesLot, counted)
                .expect(status);

        assertThat(refused.error().at("/details/0/field").asString()).isEqualTo("lines[0].counted");
    }

    @Test
    void refusesLotsThatAreNotOfTheProduct() {
        var id = open();

        count(id, pieces, looseLot, "1").expect(404, "NOT_FOUND");
        count(id, loose, UUID.randomUUID(), "1").expect(404, "NOT_FOUND");
        count(id, UUID.randomUUID(), looseLot, "1").expect(404, "NOT_FOUND");
        warehouse.manager().put(lines(id), List.of()).expect(400, "VALIDATION_ERROR");
        warehouse
                .manager()
                .put(lines(id), List.of(found(loose, looseLot, "1"), found(loose, looseLot, "2")))
                .expect(400, "VALIDATION_ERROR");
        warehouse.manager().put(lines(id), Map.of()).expect(400);
    }

    @Test
    void refusesAnUnknownLocationAndAnUnknownCount() {
        warehouse.manager().post(PATH, Map.of("locationId", UUID.randomUUID())).expect(404, "NOT_FOUND");
        warehouse.manager().post(PATH, Map.of()).expect(400, "VALIDATION_ERROR");
        post(UUID.randomUUID()).expect(404, "NOT_FOUND");
        warehouse
                .manager()
                .post(PATH + "/" + UUID.randomUUID() + "/cancel", null)
                .expect(404, "NOT_FOUND");
        poster.get(PATH + "/" + UUID.randomUUID()).expect(404, "NOT_FOUND");
    }

    @Test
    void needsThePermissions() {
        var id = open();
        var line = List.of(found(loose, looseLot, "1"));

        poster.post(PATH, Map.of("locationId", store)).expect(403, "FORBIDDEN");
        poster.put(lines(id), line).expect(403, "FORBIDDEN");
        poster.post(PATH + "/" + id + "/cancel", null).expect(403, "FORBIDDEN");
        warehouse.manager().post(PATH + "/" + id + "/post", null).expect(403, "FORBIDDEN");
        api.as("stock:write").get(PATH).expect(403, "FORBIDDEN");
        api.as("stock:write").get(PATH + "/" + id).expect(403, "FORBIDDEN");
    }

    @Test
    void anotherTenantSeesNothing() {
        var id = open();
        var stranger = warehouse.manager().tenant(TestTokens.OTHER);

        stranger.post(PATH, Map.of("locationId", store)).expect(404, "NOT_FOUND");
        stranger.get(PATH + "/" + id).expect(404, "NOT_FOUND");
        stranger.put(lines(id), List.of(found(loose, looseLot, "1"))).expect(404, "NOT_FOUND");
        stranger.post(PATH + "/" + id + "/cancel", null).expect(404, "NOT_FOUND");
        poster.tenant(TestTokens.OTHER).post(PATH + "/" + id + "/post", null).expect(404, "NOT_FOUND");
        assertThat(stranger.get(PATH + "?locationId=" + store).ok().size()).isZero();
    }

    @Test
    void manyWhoPostAtOncePostOnce() throws Exception {
        var id = open();
        count(id, loose, looseLot, "9").expect(200);

        var answers = new ArrayList<Integer>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = Collections.<Callable<Integer>>nCopies(10, () -> post(id).status());
            for (var answer : clients.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(warehouse.onHand(loose)).isEqualByComparingTo("9");
    }

    private UUID open() {
        return warehouse
                .manager()
                .post(PATH, Map.of("locationId", store))
                .expect(201)
                .id();
    }

    private Api.Answer count(UUID id, UUID product, UUID lot, String counted) {
        return warehouse.manager().put(lines(id), List.of(found(product, lot, counted)));
    }

    private Api.Answer post(UUID id) {
        return poster.post(PATH + "/" + id + "/post", null);
    }

    private static String lines(UUID id) {
        return PATH + "/" + id + "/lines";
    }

    private static Map<String, Object> found(UUID product, UUID lot, String counted) {
        return Map.of("productId", product, "lotId", lot, "counted", new BigDecimal(counted));
    }

    private static JsonNode line(JsonNode count, UUID lot) {
        return count.path("lines")
                .valueStream()
                .filter(line -> line.path("lotId").asString().equals(lot.toString()))
                .findFirst()
                .orElseThrow();
    }
}
