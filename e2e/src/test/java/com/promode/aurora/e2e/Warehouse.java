package com.promode.aurora.e2e;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a warehouse manager does all day. */
record Warehouse(Client manager) {

    static final String LOCATIONS = "/api/warehouse/storage/locations";
    static final String CATEGORIES = "/api/warehouse/products/categories";
    static final String PRODUCTS = "/api/warehouse/products";
    static final String RECEIVING = "/api/warehouse/stock/receiving";
    static final String MOVEMENTS = "/api/warehouse/stock/movements";
    static final String LEVELS = "/api/warehouse/stock/levels";
    static final String TURNOVER = "/api/warehouse/analytics/turnover";
    static final String NOTIFICATIONS = "/api/notifications";

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Kolkata"));
    }

    UUID location() {
        return manager.post(
                        LOCATIONS,
                        Map.of("name", "Cold room " + UUID.randomUUID(), "type", "cold_storage", "capacityTonnes", 20))
                .expect(201)
                .id();
    }

    UUID category() {
        return manager.post(CATEGORIES, Map.of("name", "Leaf " + UUID.randomUUID()))
                .expect(201)
                .id();
    }

    /** By the kilogram. */
    UUID product(UUID category, int reorderPoint) {
        return manager.post(
                        PRODUCTS,
                        Map.of(
                                "name",
                                "Shanghaiqing",
                                "categoryId",
                                category,
                                "unit",
                                "kg",
                                "price",
                                new BigDecimal("6.50"),
                                "perishable",
                                true,
                                "shelfLifeDays",
                                10,
                                "reorderPoint",
                                reorderPoint))
                .expect(201)
                .id();
    }

    /** Gives the lot; a new location needs a moment until inventory has heard of it. */
    UUID receive(UUID location, UUID product, String quantity, String unitCost, LocalDate expiry) {
        var item = Map.of(
                "productId",
                product,
                "quantity",
                new BigDecimal(quantity),
                "unitCost",
                new BigDecimal(unitCost),
                "expiryDate",
                expiry.toString());
        var command = Map.of("locationId", location, "items", List.of(item));
        var receipt = await("receipt")
                .until(() -> manager.post(RECEIVING, command), answer -> answer.status() != 404)
                .expect(201);
        return UUID.fromString(receipt.data().at("/items/0/lotId").asString());
    }

    /** Brings a new product to its reorder point. */
    UUID makeLow(UUID location, int reorderPoint) {
        var product = product(category(), reorderPoint);
        makeLow(location, product, reorderPoint);
        return product;
    }

    /** From above it. */
    void makeLow(UUID location, UUID product, int reorderPoint) {
        receive(location, product, Integer.toString(reorderPoint + 1), "2.00", today().plusDays(4));
        var onHand = levels(product).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var rest = onHand.subtract(BigDecimal.valueOf(reorderPoint));
        manager.post(MOVEMENTS, outbound(product, location, rest.toString())).expect(201);
    }

    static Map<String, Object> outbound(UUID product, UUID from, String quantity) {
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

    /** What of a product is on hand, by lot. */
    Map<String, BigDecimal> levels(UUID product) {
        var levels = new HashMap<String, BigDecimal>();
        manager.get(LEVELS + "?productId=" + product)
                .expect(200)
                .data()
                .forEach(level -> levels.put(
                        level.path("lotId").asString(), level.path("onHand").decimalValue()));
        return levels;
    }

    List<JsonNode> movements(UUID product) {
        return manager.all(MOVEMENTS + "?limit=200&productId=" + product);
    }

    /** What analytics says of today's trade in a product; missing when it knows of none. */
    JsonNode turnover(UUID product) {
        return manager.get("%s?from=%s&to=%s&groupBy=product&limit=200".formatted(TURNOVER, today(), today()))
                .expect(200)
                .data()
                .path("rows")
                .valueStream()
                .filter(row -> row.path("key").asString().equals(product.toString()))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    /** Of a user, about a product. */
    static List<JsonNode> notifications(Client user, UUID product) {
        return user.all(NOTIFICATIONS + "?limit=200&category=inventory").stream()
                .filter(notification ->
                        notification.at("/metadata/productId").asString("").equals(product.toString()))
                .toList();
    }
}
