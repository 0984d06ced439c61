package com.promode.aurora.inventory.movement;

import static com.promode.aurora.inventory.Crowd.atOnce;
import static com.promode.aurora.inventory.Crowd.statuses;
import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.inventory.HeldStock;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
@Import({Warehouse.class, HeldStock.class})
class GroupCommitTests {

    private static final int CALLERS = 60;

    private static final String EVENT = """
            SELECT headers ->> 'traceparent' FROM (SELECT headers, payload FROM outbox
                UNION ALL SELECT headers, payload FROM outbox_sent) AS event
            WHERE payload ->> 'movementId' = :id::text
            """;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private HeldStock held;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Tenants tenants;

    private UUID store;

    @BeforeEach
    void store() {
        store = warehouse.location();
    }

    @Test
    void whoAskAtOnceShareTransactionsAndEachHasHisOwnMovement() throws Exception {
        var products = products(CALLERS);
        var users = IntStream.range(0, CALLERS).mapToObj(i -> UUID.randomUUID()).toList();
        var traces = IntStream.range(0, CALLERS)
                .mapToObj(i -> UUID.randomUUID().toString().replace("-", ""))
                .toList();

        var moved = atOnce(CALLERS, i -> caller(users.get(i), traces.get(i))
                        .post(MOVEMENTS, outbound(products.get(i), store, "1")))
                .stream()
                .map(answer -> answer.expect(201).id())
                .toList();

        assertThat(moved).allSatisfy(id -> {
            var caller = moved.indexOf(id);
            assertThat(one("SELECT product_id FROM stock_movements WHERE id = :id", id))
                    .isEqualTo(products.get(caller).toString());
            assertThat(one("SELECT created_by FROM stock_movements WHERE id = :id", id))
                    .isEqualTo(users.get(caller).toString());
            assertThat(one(EVENT, id)).contains(traces.get(caller));
        });
        assertThat(transactions(moved)).isLessThan(CALLERS);
    }

    @Test
    void aRefusalIsThatOfItsCallerAlone() throws Exception {
        var products = products(CALLERS);

        var answers = atOnce(CALLERS, i -> caller(UUID.randomUUID(), "0af7651916cd43dd8448eb211c80319c")
                .post(MOVEMENTS, i % 3 == 0 ? unknown() : outbound(products.get(i), store, i % 3 == 1 ? "1" : "101")));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 20L, 404, 20L, 409, 20L));
        for (var i = 0; i < CALLERS; i++) {
            assertThat(warehouse.onHand(products.get(i))).isEqualByComparingTo(i % 3 == 1 ? "99" : "100");
        }
    }

    @Test
    void whoWaitsForAProductHoldsNobodyElseUp() {
        var products = products(2);
        var waiting = outbound(products.getFirst(), store, "1");
        var other = outbound(products.getLast(), store, "1");

        held.awaitedBy(
                        () -> warehouse.manager().post(MOVEMENTS, waiting),
                        products.getFirst(),
                        () -> warehouse.manager().post(MOVEMENTS, other).expect(201))
                .expect(201);
    }

    private Map<String, Object> unknown() {
        return outbound(UUID.randomUUID(), store, "1");
    }

    private List<UUID> products(int count) {
        var products =
                IntStream.range(0, count).mapToObj(i -> warehouse.product()).toList();
        products.forEach(product -> warehouse.lot(store, product, "100", "1"));
        return products;
    }

    private Api caller(UUID user, String trace) {
        return warehouse.manager().user(user).header("traceparent", "00-%s-b7ad6b7169203331-01".formatted(trace));
    }

    private int transactions(List<UUID> movements) {
        return Integer.parseInt(one(
                "SELECT count(DISTINCT xmin::text) FROM stock_movements WHERE id = ANY(:id)",
                movements.toArray(UUID[]::new)));
    }

    private String one(String sql, Object id) {
        var found = new ArrayList<String>();
        tenants.run(
                TestTokens.PROMODE,
                () -> transaction.executeWithoutResult(status -> found.add(
                        jdbc.sql(sql).param("id", id).query(String.class).single())));
        return found.getFirst();
    }
}
