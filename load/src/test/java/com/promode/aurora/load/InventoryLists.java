package com.promode.aurora.load;

import static com.promode.aurora.load.LedgerGenerator.IDS;
import static com.promode.aurora.load.LedgerGenerator.LOCATIONS;
import static com.promode.aurora.load.LedgerGenerator.PRODUCTS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Every list of inventory-service as its screens ask for it, each for many of the things that one may ask about. */
record InventoryLists(RunningSystem system, String token, LedgerGenerator ledger) {

    private static final String LEVELS = "/api/warehouse/stock/levels";
    private static final String MOVEMENTS = "/api/warehouse/stock/movements";
    private static final String LOTS = "/api/warehouse/lots";
    private static final String PRODUCT_LIST = "/api/warehouse/products";
    private static final String WASTE = "/api/warehouse/waste";
    private static final int SAMPLES = 50;
    private static final int MOVEMENTS_OF_ORDER = 10;

    /**
     * A list under one name.
     *
     * @param paths of the same kind
     */
    record InventoryList(String name, List<String> paths) {

        @Override
        public String toString() {
            return name;
        }
    }

    List<InventoryList> all() {
        var halfAYearAgo = Instant.now().minus(Duration.ofDays(182)).toString();
        return List.of(
                some("levels", number -> LEVELS),
                some("levels of a product", number -> LEVELS + "?productId=" + product(number)),
                some("levels of a location", number -> LEVELS + "?locationId=" + location(number)),
                some("levels of a lot", number -> LEVELS + "?lotId=" + lot(number)),
                some("movements", number -> MOVEMENTS),
                some("movements, the longest page", number -> MOVEMENTS + "?limit=200"),
                some("movements, oldest first", number -> MOVEMENTS + "?sort=occurredAt"),
                deep("movements, half a year down", MOVEMENTS, "occurredAt", halfAYearAgo),
                some("movements of a product", number -> MOVEMENTS + "?productId=" + product(number)),
                some(
                        "movements of a product, counted",
                        number -> MOVEMENTS + "?total=true&productId=" + product(number)),
                deep(
                        "movements of a product, half a year down",
                        MOVEMENTS + "?productId=" + product(1),
                        "occurredAt",
                        halfAYearAgo),
                some("movements of a type", number -> MOVEMENTS + "?movementType=" + type(number)),
                some(
                        "movements of a product and type",
                        number -> MOVEMENTS + "?productId=" + product(number) + "&movementType=" + type(number)),
                some("movements of an order", number -> MOVEMENTS + "?referenceId=" + order(number)),
                some("movements of sale orders", number -> MOVEMENTS + "?referenceType=sale_order"),
                some(
                        "movements for transfers, of which there are none",
                        number -> MOVEMENTS + "?referenceType=transfer"),
                some("movements from a location", number -> MOVEMENTS + "?fromLocationId=" + location(number)),
                some("movements to a location", number -> MOVEMENTS + "?toLocationId=" + location(number)),
                some(
                        "movements to a location that never had any",
                        number -> MOVEMENTS + "?toLocationId=" + IDS.location(LOCATIONS - 1)),
                some("movements that name a lot", number -> MOVEMENTS + "?lotId=" + lot(number)),
                some("lots", number -> LOTS),
                some("lots, page 50", number -> LOTS + "?page=50"),
                some("lots by what expires first", number -> LOTS + "?sort=expiryDate"),
                some("lots of a product", number -> LOTS + "?productId=" + product(number)),
                some("lots of a batch", number -> LOTS + "?batchNumber=LOT-" + draw(number, ledger.lots())),
                some("lots on hold", number -> LOTS + "?state=hold"),
                some("products", number -> PRODUCT_LIST),
                some("products, page 50", number -> PRODUCT_LIST + "?page=50"),
                some("products of a category", number -> PRODUCT_LIST + "?categoryId=" + IDS.category(number % 20)),
                some("products found by name", number -> PRODUCT_LIST + "/search?q=" + word(number)),
                some("products that are low", number -> PRODUCT_LIST + "/low-stock"),
                some("waste", number -> WASTE),
                some("waste of a product", number -> WASTE + "?productId=" + product(number)));
    }

    private static InventoryList some(String name, IntFunction<String> path) {
        return new InventoryList(
                name, IntStream.range(0, SAMPLES).mapToObj(path).distinct().toList());
    }

    /** The pages that follow one from the middle of the list. */
    private InventoryList deep(String name, String path, String time, String latest) {
        var separator = path.contains("?") ? "&" : "?";
        var page = system.get("%s%s%s%%5Blte%%5D=%s".formatted(path, separator, time, latest), token);
        return new InventoryList(
                name,
                List.of(path + separator + "cursor="
                        + page.at("/meta/nextCursor").asString()));
    }

    private static String product(int number) {
        return IDS.product(draw(number, PRODUCTS)).toString();
    }

    private static String location(int number) {
        return IDS.location(number % (LOCATIONS - 1)).toString();
    }

    private String lot(int number) {
        return IDS.lot(draw(number, ledger.lots())).toString();
    }

    private String order(int number) {
        return IDS.order(draw(number, ledger.movements() / MOVEMENTS_OF_ORDER)).toString();
    }

    private static String type(int number) {
        return List.of("inbound", "outbound", "transfer", "adjustment", "waste").get(number % 5);
    }

    private static String word(int number) {
        return List.of(
                        "tomato",
                        "mango",
                        "nashik",
                        "green",
                        "led-01",
                        "sku-77",
                        "890000",
                        "wild",
                        "of%20pune",
                        "garlic")
                .get(number % 10);
    }

    /** The same in each run. */
    private static int draw(int number, int below) {
        return new Random(number).nextInt(below);
    }
}
