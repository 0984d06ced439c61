package com.promode.aurora.inventory.product;

import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.PRODUCTS;
import static com.promode.aurora.inventory.Warehouse.body;
import static com.promode.aurora.inventory.Warehouse.item;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.inventory.ProductEvent.ProductChanged;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Warehouse.class)
class ProductApiTests {

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Events events;

    @Autowired
    private FlywayProperties owner;

    @Test
    void createsAProductWithItsDefaultsAndACode() {
        var created = warehouse
                .manager()
                .post(PRODUCTS, body(Map.of("sku", "SKU-" + UUID.randomUUID())))
                .expect(201);

        assertThat(created.header("Location")).isEqualTo(PRODUCTS + "/" + created.id());
        var read = warehouse.manager().get(PRODUCTS + "/" + created.id()).expect(200);
        assertThat(read.header("ETag")).isEqualTo("\"0\"");
        assertThat(read.ok()).isEqualTo(created.ok());
        assertThat(read.ok().path("productCode").asString()).matches("PRD-\\d{3,}");
        assertThat(read.ok().path("status").asString()).isEqualTo("active");
        assertThat(read.ok().path("currentStock").decimalValue()).isEqualByComparingTo("0");
        assertThat(read.ok().path("price").decimalValue()).isEqualByComparingTo("6.5");
        assertThat(read.ok().has("version")).isFalse();
    }

    @Test
    void announcesAndAuditsWhatChanges() {
        var product = warehouse.product(Map.of("name", "Amaranth"));
        warehouse
                .manager()
                .put(PRODUCTS + "/" + product, body(Map.of("name", "Red Amaranth", "qualityGrade", "very-good")))
                .expect(200);

        var changed =
                events.expect(ProductChanged.class, event -> event.productId().equals(product) && event.version() == 1);
        assertThat(changed.name()).isEqualTo("Red Amaranth");
        assertThat(changed.unit()).isEqualTo("kg");
        var audit = events.expect(
                AuditRecorded.class,
                event -> product.equals(event.resourceId()) && event.action().equals("product.update"));
        assertThat(audit.oldValues()).containsEntry("name", "Amaranth");
        assertThat(audit.newValues()).containsEntry("name", "Red Amaranth").containsEntry("qualityGrade", "very-good");
        assertThat(audit.ipAddress()).isEqualTo("127.0.0.1");
        assertThat(audit.traceId()).hasSize(32);
    }

    @Test
    void createsManyAtOnceAndPassesOverCodesThatAreTaken() {
        var first = warehouse
                .manager()
                .post(PRODUCTS, body(Map.of()))
                .ok()
                .path("productCode")
                .asString();
        var number = Integer.parseInt(first.substring(4));
        var taken = "PRD-%03d".formatted(number + 2);
        warehouse.product(Map.of("productCode", taken));

        var created = warehouse
                .manager()
                .post(
                        PRODUCTS,
                        IntStream.range(0, 3).mapToObj(i -> body(Map.of())).toList())
                .expect(201)
                .ok();

        assertThat(created.valueStream()
                        .map(item -> item.at("/data/productCode").asString()))
                .hasSize(3)
                .doesNotContain(taken)
                .doesNotHaveDuplicates();
        assertThat(created.valueStream().map(item -> item.path("status").asInt()))
                .containsOnly(201);
    }

    @Test
    void createsTheGoodOnesOfManyWhereEachIsOnItsOwn() {
        var code = "C-" + UUID.randomUUID().toString().substring(0, 8);
        var batch = List.of(body(Map.of("productCode", code)), body(Map.of("productCode", code)));

        var answers =
                warehouse.manager().post(PRODUCTS + "?atomic=false", batch).expect(207);

        assertThat(answers.ok().path(0).at("/data/productCode").asString()).isEqualTo(code);
        assertThat(answers.ok().path(1).at("/error/code").asString()).isEqualTo("DUPLICATE");
    }

    @Test
    void refusesACodeOrSkuThatIsTaken() {
        var code = "C-" + UUID.randomUUID().toString().substring(0, 8);
        warehouse.product(Map.of("productCode", code, "sku", code));

        warehouse.manager().post(PRODUCTS, body(Map.of("productCode", code))).expect(409, "DUPLICATE");
        warehouse.manager().post(PRODUCTS, body(Map.of("sku", code))).expect(409, "DUPLICATE");
        warehouse.manager().post(PRODUCTS, body(Map.of("barcode", code))).expect(201);
        var answer = warehouse
                .manager()
                .post(PRODUCTS, body(Map.of("barcode", code)))
                .expect(409, "DUPLICATE");
        assertThat(answer.error().path("message").asString()).isEqualTo("The product barcode is taken already");
        warehouse
                .manager()
                .tenant(TestTokens.OTHER)
                .post(PRODUCTS, body(Map.of("productCode", code, "sku", code, "barcode", code)))
                .expect(201);
    }

    @Test
    void takesAnEan13ByItsCheckDigitAndOtherCodesAsTheyAre() {
        warehouse.product(Map.of("barcode", "5901234123457", "sku", "9780201379624"));
        warehouse.product(Map.of("barcode", "590123412345", "sku", "ABC1234567890"));
    }

    @Test
    void theDatabaseChecksAnEan13Too() {
        var product = warehouse.product();

        assertThatThrownBy(() ->
                        asOwner("UPDATE inventory.products SET barcode = '5901234123458' WHERE id = '" + product + "'"))
                .hasMessageContaining("product_barcode_is_ean13");
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsNoProduct(Map<String, Object> change, String field) {
        var refusal = warehouse.manager().post(PRODUCTS, body(change)).expect(400);

        assertThat(refusal.error().at("/details/0/field").asString()).isEqualTo(field);
    }

    static Stream<Arguments> refusesWhatIsNoProduct() {
        return Stream.of(
                Arguments.of(Map.of("name", ""), "name"),
                Arguments.of(Map.of("name", "x".repeat(256)), "name"),
                Arguments.of(Map.of("unit", "stone"), "unit"),
                Arguments.of(Map.of("price", -1), "price"),
                Arguments.of(Map.of("price", new BigDecimal("1.00001")), "price"),
                Arguments.of(Map.of("shelfLifeDays", 0), "shelfLifeDays"),
                Arguments.of(Map.of("currentStock", 5), "currentStock"),
                Arguments.of(Map.of("barcode", "5901234123458"), "barcode"),
                Arguments.of(Map.of("barcode", ""), "barcode"),
                Arguments.of(Map.of("sku", "9780201379625"), "sku"),
                Arguments.of(Map.of("minStockLevel", 9, "maxStockLevel", 5), "minStockLevelInRange"),
                Arguments.of(
                        Map.of("storageTemperatureMin", 9, "storageTemperatureMax", 5),
                        "storageTemperatureMinInRange"));
    }

    @Test
    void changesOnlyTheVersionThatTheCallerHasSeen() {
        var path = PRODUCTS + "/" + warehouse.product();
        var stale = warehouse.manager().header("If-Match", "\"0\"");

        stale.put(path, body(Map.of("name", "First"))).expect(200);
        stale.put(path, body(Map.of("name", "Second"))).expect(412, "STALE");

        assertThat(warehouse.manager().get(path).ok().path("name").asString()).isEqualTo("First");
    }

    @Test
    void listsFilteredSortedSearchedAndSparse() {
        var word = UUID.randomUUID().toString().substring(0, 8);
        for (var name : List.of("Cabbage", "Amaranth", "Bok choy")) {
            warehouse.product(Map.of("name", name + " " + word));
        }
        var all = warehouse
                .manager()
                .get(PRODUCTS + "?q=" + word + "&sort=-name&limit=2&fields=name,unit")
                .expect(200);

        assertThat(all.ok().valueStream().map(item -> item.path("name").asString()))
                .containsExactly("Cabbage " + word, "Bok choy " + word);
        assertThat(all.ok().path(0).propertyNames()).containsExactly("name", "unit");
        assertThat(all.meta().path("total").asInt()).isEqualTo(3);
        assertThat(all.meta().path("totalPages").asInt()).isEqualTo(2);
        var found = warehouse.manager().get(PRODUCTS + "/search?q=" + word.toUpperCase(Locale.ROOT));
        assertThat(found.ok()).hasSize(3);
        warehouse.manager().get(PRODUCTS + "/search").expect(400);
        warehouse.manager().get(PRODUCTS + "?sort=secret").expect(400);
        warehouse.manager().get(PRODUCTS + "?fields=secret").expect(400);
    }

    @Test
    void listsWhatIsLow() {
        var store = warehouse.location();
        var low = warehouse.product(Map.of("reorderPoint", 5));
        var enough = warehouse.product(Map.of("reorderPoint", 5));
        var retired = warehouse.product(Map.of("reorderPoint", 5, "status", "discontinued"));
        warehouse.lot(store, low, "5", "1");
        warehouse.lot(store, enough, "5.001", "1");

        var ids = warehouse
                .manager()
                .get(PRODUCTS + "/low-stock?limit=200&sort=-createdAt")
                .ok()
                .findValuesAsString("id");

        assertThat(ids).contains(low.toString()).doesNotContain(enough.toString(), retired.toString());
    }

    @Test
    void saysHowLongWhatIsLowLasts() {
        var store = warehouse.location();
        var going = warehouse.product(Map.of("reorderPoint", 50, "shelfLifeDays", 60));
        var lying = warehouse.product(Map.of("reorderPoint", 50));
        warehouse.lot(store, item(going, "45", "1"), Instant.now().minus(Duration.ofDays(28)));
        warehouse.lot(store, lying, "5", "1");
        for (var daysAgo : List.of(0, 13, 20)) {
            var sale = outbound(going, store, "7");
            sale.put("occurredAt", Instant.now().minus(Duration.ofDays(daysAgo)).toString());
            warehouse.manager().post(MOVEMENTS, sale).expect(201);
        }

        var rows = warehouse
                .manager()
                .get(PRODUCTS + "/low-stock?limit=200&sort=-createdAt")
                .ok();

        var sold = row(rows, going);
        assertThat(sold.path("averageDailyConsumption").decimalValue()).isEqualByComparingTo("1");
        assertThat(sold.path("daysOfCover").decimalValue()).isEqualByComparingTo("24");
        assertThat(row(rows, lying).path("averageDailyConsumption").isNull()).isTrue();
        assertThat(row(rows, lying).path("daysOfCover").isNull()).isTrue();
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(owner.getUrl(), owner.getUser(), owner.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JsonNode row(JsonNode rows, UUID product) {
        return rows.valueStream()
                .filter(row -> row.path("id").asString().equals(product.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void needsPermissionAndTenant() {
        var path = PRODUCTS + "/" + warehouse.product();

        warehouse.manager().as("products:read").put(path, "nonsense").expect(403, "FORBIDDEN");
        warehouse.manager().as("stock:read").get(path).expect(403, "FORBIDDEN");
        warehouse.manager().tenant(TestTokens.OTHER).get(path).expect(404, "NOT_FOUND");
        warehouse.manager().tenant(TestTokens.OTHER).put(path, body(Map.of())).expect(404, "NOT_FOUND");
        warehouse.manager().get(PRODUCTS + "/" + UUID.randomUUID()).expect(404, "NOT_FOUND");
        warehouse.manager().get(PRODUCTS + "/no-uuid").expect(404, "NOT_FOUND");
        warehouse
                .manager()
                .post(PRODUCTS, body(Map.of("categoryId", UUID.randomUUID())))
                .expect(404, "NOT_FOUND");
    }
}
