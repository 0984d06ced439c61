package com.promode.aurora.localstack.demo;

import static java.util.stream.Collectors.toMap;

import com.promode.aurora.localstack.demo.DemoData.ItemDay;
import com.promode.aurora.localstack.demo.DemoData.Product;
import com.promode.aurora.localstack.demo.DemoData.Sale;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where the goods lie and what they are: found, or created.
 *
 * @param products by item code, which is their sku
 */
record DemoCatalogue(UUID location, Map<String, UUID> products) {

    private static final String LOCATIONS = "/api/warehouse/storage/locations";
    private static final String CATEGORIES = "/api/warehouse/products/categories";
    private static final String PRODUCTS = "/api/warehouse/products";

    private static final NewLocation COLD_ROOM = new NewLocation("Demo cold room", "cold_storage", 20, 1, 8, 85, 95);

    private static final int USUAL_SHELF_LIFE = 5;

    /** Days for which goods of a category can be sold, the day of receipt not counted. */
    private static final Map<String, Integer> SHELF_LIVES =
            Map.of("Flower/Leaf Vegetables", 2, "Edible Mushroom", 3, "Aquatic Tuberous Vegetables", 7, "Cabbage", 7);

    private record NewLocation(
            String name,
            String type,
            int capacityTonnes,
            int temperatureMin,
            int temperatureMax,
            int humidityMin,
            int humidityMax) {}

    private record NewCategory(String name) {}

    private record NewProduct(
            String sku,
            String name,
            UUID categoryId,
            String unit,
            BigDecimal price,
            BigDecimal reorderPoint,
            boolean perishable,
            int shelfLifeDays) {}

    static DemoCatalogue open(DemoClient client, DemoPlan plan) {
        var location = location(client);
        var categories = categories(client, plan.data());
        return new DemoCatalogue(location, products(client, plan, categories));
    }

    static int shelfLife(Product product) {
        return SHELF_LIVES.getOrDefault(product.category(), USUAL_SHELF_LIFE);
    }

    UUID product(String itemCode) {
        return Objects.requireNonNull(products.get(itemCode), () -> "no product " + itemCode);
    }

    private static UUID location(DemoClient client) {
        var name = URLEncoder.encode(COLD_ROOM.name(), StandardCharsets.UTF_8);
        var found = client.all(LOCATIONS + "?fields=id&name=" + name);
        return id(found.isEmpty() ? client.post(LOCATIONS, COLD_ROOM) : found.getFirst());
    }

    private static Map<String, UUID> categories(DemoClient client, DemoData data) {
        var known = byName(client.all(CATEGORIES + "?limit=200&fields=id,name"), "name");
        var missing = data.products().values().stream()
                .map(Product::category)
                .distinct()
                .filter(name -> !known.containsKey(name))
                .sorted()
                .map(NewCategory::new)
                .toList();
        known.putAll(create(
                client,
                CATEGORIES,
                missing,
                missing.stream().map(NewCategory::name).toList()));
        return known;
    }

    private static Map<String, UUID> products(DemoClient client, DemoPlan plan, Map<String, UUID> categories) {
        var codes = plan.data().products().keySet().stream().sorted().toList();
        var known = byName(
                client.all("%s?limit=200&fields=id,sku&sku%%5Bgte%%5D=%s&sku%%5Blte%%5D=%s"
                        .formatted(PRODUCTS, codes.getFirst(), codes.getLast())),
                "sku");
        var missing = plan.data().products().values().stream()
                .filter(product -> !known.containsKey(product.itemCode()))
                .sorted(Comparator.comparing(Product::itemCode))
                .map(product -> product(plan, product, categories.get(product.category())))
                .toList();
        known.putAll(create(
                client, PRODUCTS, missing, missing.stream().map(NewProduct::sku).toList()));
        return known;
    }

    private static NewProduct product(DemoPlan plan, Product product, @Nullable UUID category) {
        return new NewProduct(
                product.itemCode(),
                product.name(),
                Objects.requireNonNull(category),
                "kg",
                price(plan.data(), product.itemCode()),
                plan.reorderPoints().getOrDefault(product.itemCode(), BigDecimal.ZERO),
                true,
                shelfLife(product));
    }

    /** What it was last sold for; else the last wholesale price; else nothing is known. */
    private static BigDecimal price(DemoData data, String itemCode) {
        return data.sales().stream()
                .filter(sale -> sale.itemCode().equals(itemCode))
                .reduce((earlier, later) -> later)
                .map(Sale::unitPrice)
                .or(() -> data.wholesalePrices().entrySet().stream()
                        .filter(price -> price.getKey().itemCode().equals(itemCode))
                        .max(Map.Entry.comparingByKey(Comparator.comparing(ItemDay::date)))
                        .map(Map.Entry::getValue))
                .orElse(BigDecimal.ZERO);
    }

    /** Ids of what was created, by name. */
    private static Map<String, UUID> create(DemoClient client, String path, List<?> items, List<String> names) {
        if (items.isEmpty()) {
            return Map.of();
        }
        var created = client.post(path, items);
        return IntStream.range(0, items.size())
                .boxed()
                .collect(toMap(names::get, item -> id(created.path(item).path("data"))));
    }

    private static Map<String, UUID> byName(List<JsonNode> items, String field) {
        return items.stream().collect(Collectors.toMap(item -> item.path(field).asString(), DemoCatalogue::id));
    }

    private static UUID id(JsonNode item) {
        return UUID.fromString(item.path("id").asString());
    }
}
