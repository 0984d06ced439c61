package com.promode.aurora.inventory.product;

import static com.promode.aurora.inventory.Warehouse.PRODUCTS;
import static com.promode.aurora.inventory.Warehouse.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcOperations;

@ServiceTest
@Import(Warehouse.class)
class ProductSearchTests {

    private static final String CATEGORIES = PRODUCTS + "/categories";

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private JdbcOperations jdbc;

    @Autowired
    private FlywayProperties owner;

    @Test
    void findsWhatIsSpeltWrongly() {
        warehouse.product(Map.of("name", "Shanghaiqing"));
        warehouse.product(Map.of("name", "Kohlrabi"));

        assertThat(names("shangaiqing")).contains("Shanghaiqing").doesNotContain("Kohlrabi");
        assertThat(names("kolrabi")).contains("Kohlrabi").doesNotContain("Shanghaiqing");
        assertThat(names("HLRAB")).as("a part of a word").contains("Kohlrabi");
    }

    @Test
    void ranksTheCodeItselfBeforeWhatContainsItAndThatBeforeWhatIsLikeIt() {
        warehouse.product(Map.of("name", "Zucchinni"));
        warehouse.product(Map.of("name", "Green Zucchini"));
        warehouse.product(Map.of("name", "Courgette by barcode", "barcode", "ZUCCHINI"));

        assertThat(names("zucchini")).containsSubsequence("Courgette by barcode", "Green Zucchini", "Zucchinni");
    }

    @Test
    void takesNoSignForAPattern() {
        var word = UUID.randomUUID().toString().substring(0, 8);
        warehouse.product(Map.of("name", "100% " + word));
        warehouse.product(Map.of("name", "Plain " + word));

        assertThat(warehouse.manager().get(PRODUCTS + "?q=100%25%20" + word).ok())
                .hasSize(1);
        assertThat(warehouse.manager().get(PRODUCTS + "?q=%25" + word).ok()).isEmpty();
        assertThat(warehouse.manager().get(PRODUCTS + "?q=%5C" + word).ok()).isEmpty();
    }

    @Test
    void neverFindsWhatIsAnotherTenants() {
        var word = UUID.randomUUID().toString().substring(0, 8);
        warehouse.product(Map.of("name", "Secret " + word));
        var stranger = warehouse.manager().tenant(TestTokens.OTHER);

        assertThat(stranger.get(PRODUCTS + "/search?q=" + word).expect(200).ok())
                .isEmpty();
        assertThat(stranger.get(PRODUCTS + "?q=" + word).expect(200).ok()).isEmpty();
        for (var search : List.of("search_products('secret')", "products_containing('secret')")) {
            assertThat(jdbc.queryForObject("SELECT count(*) FROM " + search, Long.class))
                    .as("%s without a tenant", search)
                    .isZero();
        }
        warehouse.manager().as("stock:read").get(PRODUCTS + "/search?q=x").expect(403, "FORBIDDEN");
        warehouse.manager().get(PRODUCTS + "/search").expect(400, "VALIDATION_ERROR");
    }

    /** What the function runs is explained as its owner would run it, among many products that go again. */
    @Test
    void theIndexServesTheSearch() throws Exception {
        var body = jdbc.queryForObject("SELECT prosrc FROM pg_proc WHERE proname = 'search_products'", String.class);
        try (var connection = DriverManager.getConnection(owner.getUrl(), owner.getUser(), owner.getPassword());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    SET LOCAL search_path = inventory, public;
                    SELECT set_config('aurora.tenant', '%1$s', true);
                    INSERT INTO products (id, tenant_id, product_code, name, unit, price, min_stock_level, max_stock_level,
                        reorder_point, status, perishable, is_b2c_available, incoming_check_required, version, created_by,
                        created_at, updated_at)
                    SELECT uuidv7(), '%1$s', 'X' || n, md5(n::text), 'kg', 1, 0, 0, 0, 'active', true, true, false, 0,
                        uuidv7(), now(), now() FROM generate_series(1, 20000) n;
                    ANALYZE products;
                    """.formatted(TestTokens.PROMODE));
            var plan = new StringBuilder();
            try (var lines =
                    statement.executeQuery("EXPLAIN " + String.valueOf(body).replaceAll("\\basked\\b", "'kolrabi'"))) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            connection.rollback();
            assertThat(plan.toString())
                    .containsPattern("products_by_search.*\n *Index Cond: .*tenant_id = .*search %> 'kolrabi'")
                    .containsPattern("products_by_search.*\n *Index Cond: .*tenant_id = .*search ~~ '%kolrabi%'")
                    .doesNotContain("Seq Scan");
        }
    }

    @Test
    void listsACategoryWithAllBelowIt() {
        var top = category(Map.of());
        var middle = category(Map.of("parentId", top));
        var bottom = category(Map.of("parentId", middle));
        var high = warehouse.product(Map.of("categoryId", top));
        var low = warehouse.product(Map.of("categoryId", bottom));
        warehouse.product(Map.of("categoryId", category(Map.of())));

        assertThat(ids("?categoryTree=" + top)).containsExactlyInAnyOrder(high.toString(), low.toString());
        assertThat(ids("/search?q=Shanghaiqing&categoryTree=" + middle)).containsExactly(low.toString());
        assertThat(ids("?categoryId=" + top)).containsExactly(high.toString());
        assertThat(ids("?categoryTree=" + UUID.randomUUID())).isEmpty();
        warehouse.manager().get(PRODUCTS + "?categoryTree=herbs").expect(400, "VALIDATION_ERROR");
        assertThat(warehouse
                        .manager()
                        .tenant(TestTokens.OTHER)
                        .get(PRODUCTS + "?categoryTree=" + top)
                        .ok())
                .isEmpty();
    }

    private UUID category(Map<String, Object> fields) {
        var body = body(fields);
        body.keySet().retainAll(fields.keySet());
        body.put("name", "Herbs-" + UUID.randomUUID());
        return warehouse.manager().post(CATEGORIES, body).expect(201).id();
    }

    private List<String> ids(String query) {
        return warehouse.manager().get(PRODUCTS + query).expect(200).ok().findValuesAsString("id");
    }

    private List<String> names(String asked) {
        return warehouse
                .manager()
                .get(PRODUCTS + "/search?limit=200&q=" + asked)
                .expect(200)
                .ok()
                .findValuesAsString("name");
    }
}
