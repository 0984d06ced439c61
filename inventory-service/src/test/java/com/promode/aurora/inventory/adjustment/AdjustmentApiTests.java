package com.promode.aurora.inventory.adjustment;

import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.auth.SettingEvent.SettingChanged;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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

/** A hundred kilograms lie at the store, worth INR 1,000 each; the limit is INR 50,000. */
@ServiceTest
@Import(Warehouse.class)
class AdjustmentApiTests {

    private static final String PATH = "/api/warehouse/stock/adjustment";

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    private Api approver;
    private UUID store;
    private UUID product;
    private UUID lot;

    @BeforeEach
    void goods() {
        approver = api.as("stock:approve", "stock:read").user(UUID.randomUUID());
        store = warehouse.location();
        product = warehouse.product();
        lot = warehouse.lot(store, product, "100", "1000");
    }

    @Test
    void whatIsWorthLittleTakesEffectAtOnce() {
        var less = warehouse.manager().post(PATH, command("-50")).expect(201);
        var more = warehouse.manager().post(PATH, command("0.5")).expect(201);

        assertThat(less.header("Location")).isEqualTo(MOVEMENTS + "/" + less.id());
        assertThat(less.ok().path("movementType").asString()).isEqualTo("adjustment");
        assertThat(less.ok().path("fromLocationId").asString()).isEqualTo(store.toString());
        assertThat(less.ok().path("cost").decimalValue()).isEqualByComparingTo("50000");
        assertThat(more.ok().path("toLocationId").asString()).isEqualTo(store.toString());
        assertThat(more.ok().at("/lots/0/lotId").asString()).isEqualTo(lot.toString());
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("50.5");
    }

    @Test
    void whatIsWorthMuchMovesNothingUntilAnotherUserApproves() {
        var asked = warehouse.manager().post(PATH, command("-50.001")).expect(202);

        assertThat(asked.ok().path("status").asString()).isEqualTo("pending_approval");
        assertThat(asked.ok().path("worth").decimalValue()).isEqualByComparingTo("50001");
        assertThat(asked.header("Location")).isEqualTo(PATH + "/" + asked.id());
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("100");

        var approved = decide(approver, asked.id(), "approve").expect(200).ok();

        assertThat(approved.path("status").asString()).isEqualTo("approved");
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("49.999");
        var movement = warehouse
                .manager()
                .get(MOVEMENTS + "/" + approved.path("movementId").asString())
                .ok();
        assertThat(movement.path("referenceType").asString()).isEqualTo("adjustment");
        assertThat(movement.path("referenceId").asString()).isEqualTo(asked.id().toString());
        events.expect(
                AuditRecorded.class,
                audit -> audit.action().equals("adjustment.approve")
                        && asked.id().equals(audit.resourceId()));
        assertThat(events.all(AuditRecorded.class, audit -> asked.id().equals(audit.resourceId())))
                .extracting(AuditRecorded::action)
                .contains("adjustment.request");
    }

    @Test
    void nobodyDecidesOnWhatHeAskedForHimself() {
        var id = pending("60");
        var self = api.as("stock:approve");

        assertThat(decide(self, id, "approve").expect(403, "FORBIDDEN").body()).contains("another user");
        decide(self, id, "reject").expect(403, "FORBIDDEN");
        assertThat(status(id)).isEqualTo("pending_approval");
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("100");
    }

    @Test
    void whatIsNotThereAnyMoreStaysPending() {
        var id = pending("-60");
        warehouse.manager().post(MOVEMENTS, outbound(product, store, "45")).expect(201);

        decide(approver, id, "approve").expect(409, "INSUFFICIENT_STOCK");

        assertThat(status(id)).isEqualTo("pending_approval");
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("55");
    }

    @Test
    void whatIsDecidedStaysDecided() {
        var approved = pending("60");
        decide(approver, approved, "approve").expect(200);
        var rejected = pending("60");
        decide(approver, rejected, "reject").expect(200);

        assertThat(decide(approver, approved, "approve")
                        .expect(409, "INVALID_TRANSITION")
                        .body())
                .contains("approved");
        decide(approver, approved, "reject").expect(409, "INVALID_TRANSITION");
        decide(approver, rejected, "approve").expect(409, "INVALID_TRANSITION");
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("160");
    }

    @Test
    void aRejectionNamesItsReason() {
        var id = pending("60");

        approver.post(PATH + "/" + id + "/reject", Map.of("reason", " ")).expect(400, "VALIDATION_ERROR");
        decide(approver, id, "reject").expect(200);

        var read = approver.get(PATH + "/" + id).ok();
        assertThat(read.path("status").asString()).isEqualTo("rejected");
        assertThat(read.path("rejectionReason").asString()).isEqualTo("miscounted");
        assertThat(read.path("movementId").isNull()).isTrue();
    }

    @Test
    void listsTheNewestFirst() {
        var first = pending("60");
        var second = pending("-60");
        decide(approver, first, "reject").expect(200);

        var all = approver.get(PATH + "?productId=" + product).expect(200);
        var open = approver.get(PATH + "?status=pending_approval&productId=" + product)
                .ok();

        assertThat(all.meta().path("total").asInt()).isEqualTo(2);
        assertThat(all.ok().at("/0/id").asString()).isEqualTo(second.toString());
        assertThat(open.valueStream().map(item -> item.path("id").asString())).containsExactly(second.toString());
        approver.get(PATH + "?status=lost").expect(400, "VALIDATION_ERROR");
    }

    @Test
    void movementsDoNotGoAroundTheLimit() {
        var refused = warehouse.manager().post(MOVEMENTS, movement("50.001")).expect(409, "CONFLICT");

        assertThat(refused.body()).contains("POST /api/warehouse/stock/adjustment");
        warehouse.manager().post(MOVEMENTS, movement("50")).expect(201);
    }

    @Test
    void splittingWithinARequestDoesNotHelp() {
        var half = List.of(movement("25"), movement("25"), movement("25"));

        var refused = warehouse.manager().post(MOVEMENTS, half).expect(409, "CONFLICT");
        assertThat(refused.error().at("/details/0/field").asString()).isEqualTo("[2]");
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("100");

        var answers =
                warehouse.manager().post(MOVEMENTS + "?atomic=false", half).expect(207);
        assertThat(answers.ok().valueStream().map(item -> item.path("status").asInt()))
                .containsExactly(201, 201, 409);
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("50");
    }

    @Test
    void takingAnAdjustmentBackDoesNotGoAroundTheLimit() {
        var id = pending("60");
        var movement = decide(approver, id, "approve").ok().path("movementId").asString();

        warehouse
                .manager()
                .post(MOVEMENTS + "/" + movement + "/reverse", Map.of("reason", "changed my mind"))
                .expect(409, "CONFLICT");

        assertThat(warehouse.onHand(product)).isEqualByComparingTo("160");
    }

    @Test
    void theLimitIsASettingOfTheTenant() {
        var tenant = UUID.randomUUID();
        var manager = warehouse.manager().tenant(tenant);
        var shelf = warehouse.location(tenant, "active");
        var carrots = manager.post(Warehouse.PRODUCTS, Warehouse.body(Map.of()))
                .expect(201)
                .id();
        var item = Warehouse.item(carrots, "100", "1");
        manager.post(Warehouse.RECEIVING, Map.of("locationId", shelf, "items", List.of(item)))
                .expect(201);
        events.send(tenant, new SettingChanged(Ids.next(), Instant.now(), tenant, "stock.approvalLimit", 1, "0.5"));

        await().until(() -> manager.post(PATH, command(carrots, shelf, "-1")).status() == 202);
        manager.post(PATH, command(carrots, shelf, "-0.5")).expect(201);
    }

    @ParameterizedTest
    @CsvSource({
        "quantity, 0, 400",
        "quantity, 0.0001, 400",
        "reason, , 400",
        "locationId, 0192f000-0000-7000-8000-00000000dead, 404",
        "productId, 0192f000-0000-7000-8000-00000000dead, 404",
        "lotId, 0192f000-0000-7000-8000-00000000dead, 404",
        "quantity, -100.001, 409"
    })
    void refusesWhatCantBe(String field, String value, int status) {
        var command = command("1");
        command.put(field, field.equals("quantity") ? new BigDecimal(value) : value);

        warehouse.manager().post(PATH, command).expect(status);

        assertThat(warehouse.onHand(product)).isEqualByComparingTo("100");
    }

    @Test
    void needsThePermissions() {
        var id = pending("60");
        var reader = api.as("stock:read").user(UUID.randomUUID());

        reader.post(PATH, command("1")).expect(403, "FORBIDDEN");
        decide(warehouse.manager().user(UUID.randomUUID()), id, "approve").expect(403, "FORBIDDEN");
        decide(reader, id, "reject").expect(403, "FORBIDDEN");
        api.as("products:read").get(PATH).expect(403, "FORBIDDEN");
        api.as("products:read").get(PATH + "/" + id).expect(403, "FORBIDDEN");
    }

    @Test
    void anotherTenantSeesNothing() {
        var id = pending("60");
        var stranger = approver.tenant(TestTokens.OTHER);

        stranger.get(PATH + "/" + id).expect(404, "NOT_FOUND");
        decide(stranger, id, "approve").expect(404, "NOT_FOUND");
        decide(stranger, id, "reject").expect(404, "NOT_FOUND");
        assertThat(stranger.get(PATH + "?productId=" + product)
                        .meta()
                        .path("total")
                        .asInt())
                .isZero();
        warehouse.manager().tenant(TestTokens.OTHER).post(PATH, command("1")).expect(404, "NOT_FOUND");
    }

    @Test
    void manyWhoApproveAtOnceMoveItOnce() throws Exception {
        var id = pending("60");

        var answers = new ArrayList<Integer>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = Collections.<Callable<Integer>>nCopies(
                    10, () -> decide(approver, id, "approve").status());
            for (var answer : clients.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("160");
    }

    private UUID pending(String quantity) {
        return warehouse.manager().post(PATH, command(quantity)).expect(202).id();
    }

    private static Api.Answer decide(Api caller, UUID id, String decision) {
        var body = decision.equals("reject") ? Map.of("reason", "miscounted") : null;
        return caller.post(PATH + "/" + id + "/" + decision, body);
    }

    private String status(UUID id) {
        return approver.get(PATH + "/" + id).ok().path("status").asString();
    }

    private Map<String, Object> command(String quantity) {
        return command(product, store, quantity);
    }

    private static Map<String, Object> command(UUID product, UUID location, String quantity) {
        return new LinkedHashMap<>(Map.of(
                "productId",
                product,
                "locationId",
                location,
                "quantity",
                new BigDecimal(quantity),
                "reason",
                "found behind the shelf"));
    }

    private Map<String, Object> movement(String less) {
        var command = outbound(product, store, less);
        command.putAll(Map.of("movementType", "adjustment", "reason", "lost"));
        return command;
    }
}
