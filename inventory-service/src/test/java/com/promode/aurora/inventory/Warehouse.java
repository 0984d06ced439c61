package com.promode.aurora.inventory;

import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.warehouse.StorageEvent.StorageLocationChanged;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Things that tests of inventory begin with: a place, products, goods. */
@Component
public class Warehouse {

    public static final String PRODUCTS = "/api/warehouse/products";
    public static final String RECEIVING = "/api/warehouse/stock/receiving";
    public static final String MOVEMENTS = "/api/warehouse/stock/movements";
    public static final String LEVELS = "/api/warehouse/stock/levels";

    /** Where business dates are those of. */
    public static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    private final Api api;
    private final Events events;

    Warehouse(Api api, Events events) {
        this.api = api.as("products:read", "products:write", "stock:read", "stock:write");
        this.events = events;
    }

    /** Somebody who may do everything here. */
    public Api manager() {
        return api;
    }

    /** A new cold store, once inventory has heard of it. */
    public UUID location() {
        return location("active");
    }

    public UUID location(String status) {
        return location(TestTokens.PROMODE, status);
    }

    public UUID location(UUID tenant, String status) {
        return location(tenant, status, null, null);
    }

    /** A new location in use that is kept between these temperatures. */
    public UUID keptAt(@Nullable String temperatureMin, @Nullable String temperatureMax) {
        return location(TestTokens.PROMODE, "active", temperatureMin, temperatureMax);
    }

    private UUID location(
            UUID tenant, String status, @Nullable String temperatureMin, @Nullable String temperatureMax) {
        var id = UUID.randomUUID();
        events.send(
                tenant,
                new StorageLocationChanged(
                        UUID.randomUUID(),
                        Instant.now(),
                        id,
                        0,
                        "Cold store " + id,
                        "cold_storage",
                        status,
                        null,
                        decimal(temperatureMin),
                        decimal(temperatureMax)));
        await().until(() -> knows(manager().tenant(tenant), id));
        return id;
    }

    private static @Nullable BigDecimal decimal(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }

    private boolean knows(Api caller, UUID location) {
        // a product that does not exist is refused after the location is
        var answer = caller.post(
                RECEIVING, Map.of("locationId", location, "items", List.of(item(UUID.randomUUID(), "1", "1"))));
        return answer.status() != 404 || !answer.body().contains(location.toString());
    }

    public UUID product() {
        return product(Map.of());
    }

    /** A product by the kilogram that keeps for ten days, but for what is given. */
    public UUID product(Map<String, Object> fields) {
        return manager().post(PRODUCTS, body(fields)).expect(201).id();
    }

    public static Map<String, Object> body(Map<String, Object> fields) {
        var body = new LinkedHashMap<String, Object>(Map.of(
                "name",
                "Shanghaiqing",
                "unit",
                "kg",
                "price",
                new BigDecimal("6.50"),
                "perishable",
                true,
                "shelfLifeDays",
                10));
        body.putAll(fields);
        return body;
    }

    /** Receives goods, and gives the lot. */
    public UUID lot(UUID location, UUID product, String quantity, String unitCost) {
        return lot(location, item(product, quantity, unitCost));
    }

    public UUID lot(UUID location, Map<String, Object> item) {
        return lot(location, item, Instant.now());
    }

    public UUID lot(UUID location, Map<String, Object> item, Instant receivedAt) {
        var command = Map.of("locationId", location, "receivedAt", receivedAt.toString(), "items", List.of(item));
        var receipt = manager().post(RECEIVING, command).expect(201);
        return UUID.fromString(receipt.ok().at("/items/0/lotId").asString());
    }

    public static Map<String, Object> item(UUID product, String quantity, String unitCost) {
        return new LinkedHashMap<>(Map.of(
                "productId", product, "quantity", new BigDecimal(quantity), "unitCost", new BigDecimal(unitCost)));
    }

    public static Map<String, Object> outbound(UUID product, UUID from, String quantity) {
        return new LinkedHashMap<>(Map.of(
                "productId",
                product,
                "movementType",
                "outbound",
                "fromLocationId",
                from,
                "quantity",
                new BigDecimal(quantity)));
    }

    /** A lot that came five days ago and could be sold until three days ago. */
    public UUID expiredLot(UUID location, UUID product, String quantity) {
        var received = Instant.now().minus(Duration.ofDays(5));
        var item = item(product, quantity, "2");
        item.put("expiryDate", LocalDate.now(INDIA).minusDays(3).toString());
        return lot(location, item, received);
    }

    /** What of a product is on hand, over all locations. */
    public BigDecimal onHand(UUID product) {
        return manager().get(PRODUCTS + "/" + product).ok().path("currentStock").decimalValue();
    }
}
