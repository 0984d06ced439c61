package com.promode.aurora.e2e;

import static com.promode.aurora.e2e.Warehouse.LEVELS;
import static com.promode.aurora.e2e.Warehouse.MOVEMENTS;
import static com.promode.aurora.e2e.Warehouse.PRODUCTS;
import static com.promode.aurora.e2e.Warehouse.notifications;
import static com.promode.aurora.e2e.Warehouse.outbound;
import static com.promode.aurora.e2e.Warehouse.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EndToEndTest
class StockPathTests {

    private static final String ALERTS = "/ws/inventory/alerts";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int REORDER_POINT = 5;

    private final LocalSystem system;
    private final Client manager;
    private final Client stranger;
    private final Warehouse warehouse;

    private UUID location = new UUID(0, 0);
    private UUID product = new UUID(0, 0);

    StockPathTests(LocalSystem system) {
        this.system = system;
        this.manager = system.as("warehouse@aurora.local");
        this.stranger = system.as("warehouse@other.local");
        this.warehouse = new Warehouse(manager);
    }

    @BeforeEach
    void openShop() {
        location = warehouse.location();
        product = warehouse.product(warehouse.category(), REORDER_POINT);
    }

    @Test
    void goodsGoOutByExpiryAndAllSumsAgree() {
        var late = receive("8", "2.00", 9);
        var early = receive("3", "2.00", 4);
        var sale = outbound(product, location, "4.5");
        sale.put("unitPrice", new BigDecimal("6.50"));

        var sold = manager.post(MOVEMENTS, sale).expect(201);

        assertThat(sold.header("Location")).isEqualTo(MOVEMENTS + "/" + sold.id());
        assertThat(sold.data()
                        .path("lots")
                        .valueStream()
                        .map(lot -> Map.entry(
                                lot.path("lotId").asString(),
                                lot.path("quantity").decimalValue())))
                .usingElementComparator((one, other) -> one.getKey().equals(other.getKey())
                        ? one.getValue().compareTo(other.getValue())
                        : one.getKey().compareTo(other.getKey()))
                .containsExactlyInAnyOrder(
                        Map.entry(early.toString(), new BigDecimal("3")),
                        Map.entry(late.toString(), new BigDecimal("1.5")));
        assertThat(warehouse.levels(product).get(late.toString())).isEqualByComparingTo("6.5");
        assertThat(warehouse.movements(product)).hasSize(3);
        await().untilAsserted(() -> {
            var turnover = warehouse.turnover(product);
            assertThat(turnover.path("movements").asInt()).isEqualTo(1);
            assertThat(turnover.path("quantityIn").asDecimal()).isEqualByComparingTo("11");
            assertThat(turnover.path("quantityOut").asDecimal()).isEqualByComparingTo("4.5");
            assertThat(turnover.path("revenue").asDecimal()).isEqualByComparingTo("29.25");
            assertThat(turnover.path("cost").asDecimal()).isEqualByComparingTo("9.00");
        });
    }

    @Test
    void aLowStockIsToldAtOnce() {
        try (var alerts = Socket.open(manager, ALERTS);
                var own = Socket.open(manager, "/ws/notifications/" + manager.user());
                var foreign = Socket.open(stranger, ALERTS)) {
            // recipients reach notification-service by events
            await().pollInterval(SOON).until(() -> {
                var before = alerts.heard().size();
                warehouse.makeLow(location, REORDER_POINT);
                await().until(() -> alerts.heard().size() > before);
                return !own.heard().isEmpty();
            });

            warehouse.makeLow(location, product, REORDER_POINT);

            await().atMost(SOON).pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
                assertThat(alerts.heard()).extracting(Socket.Heard::productId).containsOnlyOnce(product.toString());
                assertThat(own.heard())
                        .anyMatch(heard -> heard.message().toString().contains(product.toString()));
            });
            var alert = alerts.heard().getLast().message();
            assertThat(alert.path("type").asString()).isEqualTo("StockLow");
            assertThat(alert.at("/data/onHand").asDecimal()).isEqualByComparingTo("5");
            assertThat(alert.at("/data/reorderPoint").asDecimal()).isEqualByComparingTo("5");
            assertThat(notifications(manager, product)).hasSize(1);
            assertThat(foreign.heard()).isEmpty();
        }
    }

    @Test
    void moreThanThereIsIsRefused() {
        receive("2", "2.00", 4);

        var refused =
                manager.post(MOVEMENTS, outbound(product, location, "2.001")).expect(409);

        assertThat(refused.json().at("/error/code").asString()).isEqualTo("INSUFFICIENT_STOCK");
        assertThat(warehouse.movements(product)).hasSize(1);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        manager.get(PRODUCTS + "/" + UUID.randomUUID()).expect(404);
        manager.post(MOVEMENTS, outbound(UUID.randomUUID(), location, "1")).expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer@aurora.local", "driver@aurora.local"})
    void otherRolesAreForbidden(String email) {
        var other = system.as(email);

        other.get(LEVELS).expect(403);
        other.post(MOVEMENTS, outbound(product, location, "1")).expect(403);
        assertThatThrownBy(() -> Socket.open(other, ALERTS))
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(403));
    }

    @Test
    void anotherTenantSeesNothing() {
        receive("8", "2.00", 4);
        warehouse.makeLow(location, product, REORDER_POINT);
        await().until(() -> !notifications(manager, product).isEmpty());
        await().until(() -> !warehouse.turnover(product).isMissingNode());
        var other = new Warehouse(stranger);

        stranger.get(PRODUCTS + "/" + product).expect(404);
        stranger.post(MOVEMENTS, outbound(product, location, "1")).expect(404);
        assertThat(other.movements(product)).isEmpty();
        assertThat(other.levels(product)).isEmpty();
        assertThat(other.turnover(product).isMissingNode()).isTrue();
        assertThat(notifications(stranger, product)).isEmpty();
    }

    @Test
    void theSameKeyHasOneEffect() {
        receive("8", "2.00", 4);
        var keyed = manager.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = keyed.post(MOVEMENTS, outbound(product, location, "1")).expect(201);
        var again = keyed.post(MOVEMENTS, outbound(product, location, "1")).expect(201);

        assertThat(again.data()).isEqualTo(first.data());
        assertThat(warehouse.movements(product)).hasSize(2);
        keyed.post(MOVEMENTS, outbound(product, location, "2")).expect(422);
    }

    @Test
    void theVersionedPathIsTheSame() {
        var versioned = manager.get("/api/v1/warehouse/products/" + product).expect(200);

        assertThat(versioned.data())
                .isEqualTo(manager.get(PRODUCTS + "/" + product).expect(200).data());
    }

    private UUID receive(String quantity, String unitCost, int days) {
        return warehouse.receive(location, product, quantity, unitCost, today().plusDays(days));
    }
}
