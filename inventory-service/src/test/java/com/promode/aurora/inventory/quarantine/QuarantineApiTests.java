package com.promode.aurora.inventory.quarantine;

import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.inventory.StockEvent.LotHeld;
import com.promode.aurora.contracts.inventory.StockEvent.LotReleased;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.inventory.lot.LotState;
import com.promode.aurora.inventory.stock.OrderStock;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.Api.Answer;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
@Import(Warehouse.class)
class QuarantineApiTests {

    private static final String LOTS = "/api/warehouse/lots/";
    private static final Map<String, String> REASON = Map.of("reason", "Smells of fish");

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Events events;

    @Autowired
    private LotStates states;

    @Autowired
    private OrderStock stock;

    @Autowired
    private Tenants tenants;

    @Autowired
    private TransactionOperations transaction;

    @Test
    void aHeldLotIsNotSoldUntilItIsReleased() {
        var store = warehouse.location();
        var product = warehouse.product();
        var held = warehouse.lot(store, product, "5", "1");

        assertThat(hold(held).expect(200).ok().path("status").asString()).isEqualTo("hold");

        var named = outbound(product, store, "1");
        named.put("lotId", held);
        warehouse.manager().post(MOVEMENTS, named).expect(409, "INSUFFICIENT_STOCK");
        var other = warehouse.lot(store, product, "5", "1");
        var sale = warehouse
                .manager()
                .post(MOVEMENTS, outbound(product, store, "1"))
                .expect(201)
                .ok();
        assertThat(sale.at("/lots/0/lotId").asString()).isEqualTo(other.toString());
        assertThat(sale.at("/skipped/0/lotId").asString()).isEqualTo(held.toString());
        assertThat(sale.at("/skipped/0/reason").asString()).isEqualTo("held");
        assertThat(release(held).expect(200).ok().path("state").asString()).isEqualTo("available");
        warehouse.manager().post(MOVEMENTS, named).expect(201);
    }

    @Test
    void isToldAuditedAndKept() {
        var lot = lot();
        hold(lot).expect(200);
        release(lot).expect(200);

        var held = events.expect(LotHeld.class, event -> event.lotId().equals(lot));
        assertThat(held.reason()).isEqualTo("Smells of fish");
        events.expect(LotReleased.class, event -> event.lotId().equals(lot));
        var audit = events.expect(
                AuditRecorded.class,
                event -> lot.equals(event.resourceId()) && event.action().equals("lot.release"));
        assertThat(audit.oldValues()).containsEntry("state", "hold");
        assertThat(audit.newValues()).containsEntry("state", "available");
        events.expect(
                AuditRecorded.class,
                event -> lot.equals(event.resourceId()) && event.action().equals("lot.hold"));
        var history = warehouse.manager().get(LOTS + lot + "/trace").ok().path("history");
        assertThat(history.findValuesAsString("to")).containsExactly("available", "hold");
        assertThat(history.at("/1/from").asString()).isEqualTo("available");
        assertThat(history.at("/1/reason").asString()).isEqualTo("Smells of fish");
        assertThat(history.at("/1/changedBy").isNull()).isFalse();
    }

    @Test
    void holdingKeepsWhatIsReserved() {
        var product = warehouse.product();
        var lot = warehouse.lot(warehouse.location(), product, "5", "1");
        inTenant(() -> stock.reserve(
                List.of(new OrderStock.Wanted(product, new BigDecimal("2"), null)), LocalDate.now(Warehouse.INDIA)));

        assertThat(hold(lot).expect(200).ok().path("reserved").decimalValue()).isEqualByComparingTo("2");
    }

    @Test
    void refusesAMoveThatTheStateDoesNotAllow() {
        var lot = lot();
        assertThat(release(lot)
                        .expect(409, "INVALID_TRANSITION")
                        .error()
                        .path("message")
                        .asString())
                .contains("is available", "hold, recalled");
        hold(lot).expect(200);
        assertThat(hold(lot)
                        .expect(409, "INVALID_TRANSITION")
                        .error()
                        .path("message")
                        .asString())
                .contains("is hold", "available, recalled");

        inTenant(() -> states.change(lot, LotState.RECALLED, "Salmonella"));

        assertThat(release(lot)
                        .expect(409, "INVALID_TRANSITION")
                        .error()
                        .path("message")
                        .asString())
                .contains("is recalled", "nothing");
        hold(lot).expect(409, "INVALID_TRANSITION");
        assertThat(warehouse.manager().get(LOTS + lot).ok().path("status").asString())
                .isEqualTo("recalled");
    }

    @Test
    void ofTenAtOnceOneHoldsIt() {
        var lot = lot();
        var statuses =
                IntStream.range(0, 10)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(() -> hold(lot).status()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(warehouse.manager().get(LOTS + lot + "/trace").ok().path("history"))
                .hasSize(1);
    }

    @Test
    void needsAReasonAPermissionAndALotOfTheTenant() {
        var lot = lot();
        for (var verb : List.of("/hold", "/release")) {
            var path = LOTS + lot + verb;
            warehouse.manager().post(path, Map.of("reason", " ")).expect(400, "VALIDATION_ERROR");
            warehouse.manager().post(path, Map.of("reason", "x".repeat(501))).expect(400, "VALIDATION_ERROR");
            warehouse.manager().post(path, Map.of()).expect(400, "VALIDATION_ERROR");
            warehouse.manager().as("stock:read").post(path, REASON).expect(403, "FORBIDDEN");
            warehouse.manager().tenant(TestTokens.OTHER).post(path, REASON).expect(404, "NOT_FOUND");
            warehouse.manager().post(LOTS + UUID.randomUUID() + verb, REASON).expect(404, "NOT_FOUND");
        }
    }

    private UUID lot() {
        return warehouse.lot(warehouse.location(), warehouse.product(), "5", "1");
    }

    private Answer hold(UUID lot) {
        return warehouse.manager().post(LOTS + lot + "/hold", REASON);
    }

    private Answer release(UUID lot) {
        return warehouse.manager().post(LOTS + lot + "/release", REASON);
    }

    private void inTenant(Runnable work) {
        tenants.run(TestTokens.PROMODE, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
