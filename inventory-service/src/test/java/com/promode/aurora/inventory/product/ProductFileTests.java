package com.promode.aurora.inventory.product;

import static com.promode.aurora.inventory.Warehouse.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.inventory.ProductEvent.ProductChanged;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Warehouse.class)
class ProductFileTests {

    private static final String IMPORT = PRODUCTS + "/import";
    private static final String EXPORT = PRODUCTS + "/export";

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Events events;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void createsChangesAndLeavesAloneLineByLine() {
        var category = warehouse
                .manager()
                .post(PRODUCTS + "/categories", Map.of("name", "Roots " + mark))
                .expect(201)
                .id();
        var same = warehouse.product(Map.of("productCode", code(1), "name", "Same", "price", 2));
        var other = warehouse.product(Map.of("productCode", code(2), "name", "Other", "price", 2, "reorderPoint", 3));

        var report = take("""
                productCode,name,unit,price,category,isB2cAvailable
                %s,Same,kg,2.00,,FALSE
                %s,Other,kg,2.50,,TRUE
                %s,New,piece,1,Roots %s,TRUE
                ,Without a code,kg,1,,
                """.formatted(code(1), code(2), code(3), mark));

        assertThat(statuses(report)).isEqualTo("unchanged updated created created");
        assertThat(report.path("created").asInt()).isEqualTo(2);
        assertThat(report.at("/lines/3/line").asInt()).isEqualTo(5);
        assertThat(report.at("/lines/3/productCode").asString()).startsWith("PRD-");
        assertThat(read(same).path("updatedAt")).isEqualTo(read(same).path("createdAt"));
        var changed = read(other);
        assertThat(changed.path("price").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(changed.path("reorderPoint").decimalValue())
                .as("what no column names stays")
                .isEqualByComparingTo("3");
        assertThat(warehouse.manager().get(PRODUCTS + "/" + other + "/prices").ok())
                .hasSize(2);
        var made = warehouse
                .manager()
                .get(PRODUCTS + "?productCode=" + code(3))
                .ok()
                .path(0);
        assertThat(made.path("categoryId").asString()).isEqualTo(category.toString());
        events.expect(ProductChanged.class, event -> event.productCode().equals(code(3)));
        var audit = events.expect(
                AuditRecorded.class,
                event -> event.action().equals("product.import")
                        && String.valueOf(event.newValues()).contains(other.toString()));
        assertThat(String.valueOf(audit.newValues()))
                .contains(made.path("id").asString())
                .doesNotContain(same.toString());
    }

    @Test
    void aBadLineLosesNoOther() {
        warehouse.product(Map.of("sku", "SKU-" + mark));

        var report = take("""
                productCode,name,unit,price,sku,category
                %s,Good,kg,1,,
                %s,,kg,-1,,
                %s,No number,kg,cheap,,
                %s,No unit,stone,1,,
                %s,Taken,kg,1,SKU-%s,
                %s,Nowhere,kg,1,,Nowhere
                %s,Twice,kg,1,,
                %s,Short,kg
                %s,Wrong digit,kg,1,4006381333932,
                %s,Last,kg,1,4006381333931,
                """.formatted(
                code(1), code(2), code(3), code(4), code(5), mark, code(6), code(1), code(8), code(9), code(10)));

        assertThat(statuses(report))
                .isEqualTo("created failed failed failed failed failed failed failed failed created");
        assertThat(fields(report, 1)).isEqualTo("name price");
        assertThat(fields(report, 2)).isEqualTo("price");
        assertThat(fields(report, 3)).isEqualTo("unit");
        assertThat(report.at("/lines/4/errors/0/message").asString()).isEqualTo("The product sku is taken already");
        assertThat(fields(report, 5)).isEqualTo("category");
        assertThat(fields(report, 6)).isEqualTo("productCode");
        assertThat(fields(report, 8)).isEqualTo("sku");
        assertThat(report.path("failed").asInt()).isEqualTo(8);
        assertThat(warehouse.manager().get(PRODUCTS + "?q=" + mark + "-").ok()).hasSize(2);
        events.expect(ProductChanged.class, event -> event.productCode().equals(code(10)));
    }

    @Test
    void aDryRunTellsAllAndDoesNothing() {
        var file = "productCode,name,unit,price\n%s,New,kg,1\n%s,New,stone,1\n".formatted(code(1), code(2));

        var report = csv().header("Idempotency-Key", mark)
                .post(IMPORT + "?dryRun=true", file)
                .expect(200)
                .ok();

        assertThat(report.path("dryRun").asBoolean()).isTrue();
        assertThat(statuses(report)).isEqualTo("created failed");
        assertThat(warehouse.manager().get(PRODUCTS + "?productCode=" + code(1)).ok())
                .isEmpty();
        assertThat(statuses(take(file))).isEqualTo("created failed");
    }

    @Test
    void whatIsExportedCanBeImportedAgainWithoutChange() {
        var text = "=1+1, \"quoted\"\nand\tmore";
        var product = warehouse.product(Map.of(
                "productCode", code(1), "name", "'=apostrophe", "description", text, "storageTemperatureMin", -18));
        var before = read(product);

        var exported = warehouse.manager().get(EXPORT).expect(200);

        assertThat(exported.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(exported.header("Content-Disposition")).isEqualTo("attachment; filename=\"products.csv\"");
        assertThat(exported.body()).startsWith("productCode,name,").contains(code(1) + ",''=apostrophe,\"'=1+1, ");
        var report = take(exported.body());
        assertThat(report.path("unchanged").asInt())
                .isEqualTo(report.path("lines").size());
        warehouse.manager().delete(PRODUCTS + "/" + product).expect(204);
        assertThat(take(exported.body()).path("created").asInt()).isEqualTo(1);
        var again = warehouse
                .manager()
                .get(PRODUCTS + "?productCode=" + code(1))
                .ok()
                .path(0);
        for (var field : new String[] {"name", "description", "storageTemperatureMin", "price", "shelfLifeDays"}) {
            assertThat(again.path(field)).as(field).isEqualTo(before.path(field));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "productCode,colour\nX,red\n",
                "productCode,productCode\nX,Y\n",
                "category,categoryId\n,\n",
                "productCode,name\nX,\"never closed\n"
            })
    void refusesWhatIsNoFileOfProducts(String file) {
        csv().post(IMPORT, file).expect(400, "MALFORMED_REQUEST");
    }

    @Test
    void takesFiveThousandLines() {
        var report = csv().tenant(TestTokens.OTHER)
                .post(IMPORT, file(5_000))
                .expect(200)
                .ok();

        assertThat(report.path("created").asInt()).isEqualTo(5_000);
    }

    @Test
    void refusesTooManyLinesWhole() {
        csv().post(IMPORT, file(5_001)).expect(400, "MALFORMED_REQUEST");

        assertThat(warehouse.manager().get(PRODUCTS + "?productCode=" + code(0)).ok())
                .isEmpty();
    }

    @Test
    void needsPermissionTypeAndTenant() {
        var product = warehouse.product(Map.of("productCode", code(1)));

        csv().as("products:read").post(IMPORT, "nonsense").expect(403, "FORBIDDEN");
        warehouse.manager().as("stock:read").get(EXPORT).expect(403, "FORBIDDEN");
        warehouse.manager().post(IMPORT, "productCode\n").expect(415);
        assertThat(warehouse
                        .manager()
                        .tenant(TestTokens.OTHER)
                        .get(EXPORT)
                        .expect(200)
                        .body())
                .doesNotContain(code(1));
        csv().tenant(TestTokens.OTHER)
                .post(IMPORT, "productCode,name,unit,price\n%s,Foreign,kg,1\n".formatted(code(1)))
                .expect(200);
        assertThat(read(product).path("name").asString()).isEqualTo("Shanghaiqing");
    }

    private Api csv() {
        return warehouse.manager().header("Content-Type", "text/csv");
    }

    private JsonNode take(String file) {
        return csv().post(IMPORT, file).expect(200).ok();
    }

    private JsonNode read(UUID product) {
        return warehouse.manager().get(PRODUCTS + "/" + product).expect(200).ok();
    }

    private String file(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(line -> code(line) + ",Many,kg,1")
                .collect(Collectors.joining("\n", "productCode,name,unit,price\n", "\n"));
    }

    private String code(int number) {
        return mark + "-" + number;
    }

    private static String statuses(JsonNode report) {
        return String.join(" ", report.path("lines").findValuesAsString("status"));
    }

    private static String fields(JsonNode report, int line) {
        return String.join(" ", report.at("/lines/" + line + "/errors").findValuesAsString("field"));
    }
}
