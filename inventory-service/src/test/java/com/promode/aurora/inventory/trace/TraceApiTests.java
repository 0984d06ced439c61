package com.promode.aurora.inventory.trace;

import static com.promode.aurora.inventory.Warehouse.INDIA;
import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.RECEIVING;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.inventory.Purchasing;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.inventory.stock.OrderStock;
import com.promode.aurora.inventory.stock.OrderStock.Sold;
import com.promode.aurora.inventory.stock.OrderStock.Wanted;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import({Warehouse.class, Purchasing.class})
class TraceApiTests {

    private static final String LOTS = "/api/warehouse/lots/";

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private OrderStock stock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private TransactionOperations transaction;

    private UUID store = UUID.randomUUID();
    private UUID shop = UUID.randomUUID();
    private UUID product = UUID.randomUUID();
    private UUID lot = UUID.randomUUID();

    @Test
    void leadsBackToTheSupplierAndTheOrder() {
        store = warehouse.location();
        product = warehouse.product();
        var order = purchasing.order(Purchasing.line(product, "9", "1"));
        var receipt = warehouse
                .manager()
                .post(RECEIVING, Purchasing.receipt(store, order.purchaseOrderId(), Purchasing.item(product, "9")))
                .expect(201);
        lot = UUID.fromString(receipt.ok().at("/items/0/lotId").asString());

        var trace = trace();

        assertThat(trace.at("/lot/id").asString()).isEqualTo(lot.toString());
        assertThat(trace.path("supplierId").asString())
                .isEqualTo(order.supplierId().toString());
        assertThat(trace.path("purchaseOrderId").asString())
                .isEqualTo(order.purchaseOrderId().toString());
        assertThat(trace.at("/receipt/id").asString()).isEqualTo(receipt.id().toString());
        assertThat(trace.at("/receipt/locationId").asString()).isEqualTo(store.toString());
        assertThat(trace.at("/receipt/receivedAt").asString()).endsWith("Z");
        assertThat(trace.at("/locations/0/name").asString()).isEqualTo("Cold store " + store);
        assertThat(trace.at("/locations/0/onHand").decimalValue()).isEqualByComparingTo("9");
        assertThat(trace.at("/movements/0/movementType").asString()).isEqualTo("inbound");
        assertThat(trace.path("truncated")).isEmpty();
        assertTotals(trace.path("totals"), "9", "0", "0", "9", "0", "0", "0");
    }

    @Test
    void leadsOnToPlacesAndSalesButNotToWhatWasTakenBack() {
        received();
        var order = UUID.randomUUID();
        var sale = command("outbound", "2", store, null);
        sale.putAll(Map.of("referenceType", "sale_order", "referenceId", order));
        moved(sale);
        var wrong = moved(command("outbound", "3", store, null));
        moved(command("transfer", "4", store, shop));
        var back = moved(command("transfer", "1", store, shop));
        reversed(wrong);
        reversed(back);

        var trace = trace();

        assertThat(trace.path("sales")).hasSize(1);
        assertThat(trace.at("/sales/0/referenceId").asString()).isEqualTo(order.toString());
        assertThat(trace.path("splits")).hasSize(1);
        assertThat(trace.at("/splits/0/from").asString()).isEqualTo(store.toString());
        assertThat(trace.at("/splits/0/to").asString()).isEqualTo(shop.toString());
        assertThat(trace.at("/splits/0/quantity").decimalValue()).isEqualByComparingTo("4");
        assertThat(trace.path("locations")).hasSize(2);
        assertThat(trace.path("movements")).hasSize(7);
        assertThat(trace.at("/movements/0/reversalOf").asString()).isEqualTo(back.toString());
        assertThat(trace.at("/movements/2/id").asString()).isEqualTo(back.toString());
        assertThat(trace.at("/movements/2/reversedBy").isNull()).isFalse();
        assertTotals(trace.path("totals"), "50", "0", "0", "48", "0", "2", "0");
    }

    @Test
    void whatIsTakenBackCountsAgainstWhatItTakesBack() {
        received();
        var more = command("inbound", "5", null, store);
        var waste = waste("4");
        var found = command("adjustment", "3", null, store);
        found.put("reason", "counted");
        var moves = Stream.of(more, waste, found, command("outbound", "2", store, null))
                .map(this::moved)
                .toList();
        assertTotals(trace().path("totals"), "55", "0", "3", "52", "0", "2", "4");

        moves.reversed().forEach(this::reversed);

        assertTotals(trace().path("totals"), "50", "0", "0", "50", "0", "0", "0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void totalsAlwaysClose(long seed) {
        received();
        var random = new Random(seed);
        var made = new ArrayList<UUID>();
        for (var step = 0; step < 25; step++) {
            var quantity = BigDecimal.valueOf(1 + random.nextInt(8_000), 3).toPlainString();
            var from = random.nextBoolean() ? store : shop;
            var to = from.equals(store) ? shop : store;
            var adjustment = random.nextBoolean()
                    ? command("adjustment", quantity, from, null)
                    : command("adjustment", quantity, null, to);
            adjustment.put("reason", "counted");
            var commands = List.of(
                    command("inbound", quantity, null, to),
                    command("outbound", quantity, from, null),
                    command("transfer", quantity, from, to),
                    waste(quantity),
                    adjustment);
            // some are refused as there is not enough, and some have been taken back already
            var pick = random.nextInt(7);
            var answer = pick < 5 || made.isEmpty()
                    ? warehouse.manager().post(MOVEMENTS, commands.get(pick % 5))
                    : warehouse
                            .manager()
                            .post(
                                    MOVEMENTS + "/" + made.get(random.nextInt(made.size())) + "/reverse",
                                    Map.of("reason", "wrong"));
            assertThat(answer.status()).isIn(201, 409);
            if (answer.status() == 201 && pick < 5) {
                made.add(answer.id());
            }
        }

        var trace = trace();

        assertThat(sum(trace.path("totals"), "received", "returned", "adjusted"))
                .isEqualByComparingTo(sum(trace.path("totals"), "onHand", "inTransit", "shipped", "wasted"));
        assertThat(number(trace.path("totals"), "onHand"))
                .isEqualByComparingTo(trace.at("/lot/onHand").decimalValue());
        assertThat(trace.path("sales")
                        .valueStream()
                        .map(sale -> number(sale, "quantity"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(number(trace.path("totals"), "shipped"));
    }

    @Test
    void leadsOnToTheOrdersOfCustomers() {
        received();
        var waiting = ordered("1", "reserved");
        var riding = ordered("2", "in_transit");
        var eaten = ordered("3", "delivered");
        var failed = ordered("4", "failed");

        var trace = trace();

        assertThat(trace.path("orders").valueStream().map(TraceApiTests::told))
                .containsExactlyInAnyOrder(
                        waiting + " 1.000 reserved",
                        riding + " 2.000 in_transit",
                        eaten + " 3.000 delivered",
                        failed + " 4.000 reserved");
        assertThat(trace.path("sales")).isEmpty();
        assertThat(trace.at("/locations/0/reserved").decimalValue()).isEqualByComparingTo("5");
        assertTotals(trace.path("totals"), "50", "0", "0", "45", "2", "3", "0");
    }

    @Test
    void whatCameBackIsALotOfItsOwn() {
        received();
        var order = ordered("3", "delivered");
        var child = UUID.randomUUID();
        inTenant(() -> {
            jdbc.sql("""
                    INSERT INTO lots (id, tenant_id, product_id, receipt_id, batch_number, received_at, unit_cost, quantity,
                        state, returned_from)
                    SELECT :child, tenant_id, product_id, receipt_id, batch_number, received_at, unit_cost, 2, 'hold', id
                    FROM lots WHERE id = :lot
                    """).param("child", child).param("lot", lot).update();
            stock.takeBack(order, product, child, store, new BigDecimal("2"), Instant.now());
        });

        var parent = trace();
        assertThat(parent.path("returns")).hasSize(1);
        assertThat(parent.at("/returns/0/lotId").asString()).isEqualTo(child.toString());
        assertTotals(parent.at("/returns/0/totals"), "0", "2", "0", "2", "0", "0", "0");
        assertTotals(parent.path("totals"), "50", "0", "0", "47", "0", "3", "0");

        lot = child;
        assertThat(trace().path("returnedFrom").asString())
                .isEqualTo(parent.at("/lot/id").asString());
        assertTotals(trace().path("totals"), "0", "2", "0", "2", "0", "0", "0");
    }

    @Test
    void saysWhereItIsCut() {
        received();
        var sales = IntStream.rangeClosed(0, TraceQueries.LIMIT)
                .mapToObj(i -> command("outbound", "0.1", store, null))
                .toList();
        warehouse.manager().post(MOVEMENTS, sales).expect(201);

        var trace = trace();

        assertThat(trace.path("sales")).hasSize(TraceQueries.LIMIT);
        assertThat(trace.path("truncated").valueStream().map(JsonNode::asString))
                .containsExactly("sales", "movements");
        assertTotals(trace.path("totals"), "50", "0", "0", "29.9", "0", "20.1", "0");
    }

    @Test
    void isForThoseAloneWhoMay() {
        received();
        var path = LOTS + lot + "/trace";
        warehouse.manager().as("stock:write").get(path).expect(403, "FORBIDDEN");
        warehouse.manager().tenant(TestTokens.OTHER).get(path).expect(404, "NOT_FOUND");
        warehouse.manager().get(LOTS + UUID.randomUUID() + "/trace").expect(404, "NOT_FOUND");
    }

    private void received() {
        store = warehouse.location();
        shop = warehouse.location();
        product = warehouse.product();
        lot = warehouse.lot(store, product, "50", "1");
    }

    private JsonNode trace() {
        return warehouse.manager().get(LOTS + lot + "/trace").ok();
    }

    private Map<String, Object> command(String type, String quantity, @Nullable UUID from, @Nullable UUID to) {
        var command = outbound(product, store, quantity);
        command.putAll(Map.of("movementType", type, "lotId", lot));
        command.remove("fromLocationId");
        if (from != null) {
            command.put("fromLocationId", from);
        }
        if (to != null) {
            command.put("toLocationId", to);
        }
        return command;
    }

    private Map<String, Object> waste(String quantity) {
        var command = command("waste", quantity, store, null);
        command.putAll(Map.of("wasteReason", "damaged", "disposalMethod", "compost"));
        return command;
    }

    private UUID moved(Map<String, Object> command) {
        return warehouse.manager().post(MOVEMENTS, command).expect(201).id();
    }

    private void reversed(UUID movement) {
        warehouse
                .manager()
                .post(MOVEMENTS + "/" + movement + "/reverse", Map.of("reason", "wrong"))
                .expect(201);
    }

    /** An order that has got as far as this. */
    private UUID ordered(String quantity, String stage) {
        var order = UUID.randomUUID();
        var line = UUID.randomUUID();
        inTenant(() -> {
            var wanted = new Wanted(product, new BigDecimal(quantity), null);
            var parts =
                    stock.reserve(List.of(wanted), LocalDate.now(INDIA)).parts().getFirst();
            jdbc.sql("""
                    INSERT INTO reservations (order_id, tenant_id, order_number, customer_id, delivery_date, status,
                        placed_at, updated_at)
                    VALUES (:order, :tenant, 'ORD-001', :order, now(), 'confirmed', now(), now())
                    """)
                    .param("order", order)
                    .param("tenant", TestTokens.PROMODE)
                    .update();
            jdbc.sql("""
                    INSERT INTO reservation_lines (line_id, tenant_id, order_id, product_id, quantity, unit_price)
                    VALUES (:line, :tenant, :order, :product, :quantity, 1)
                    """)
                    .param("line", line)
                    .param("tenant", TestTokens.PROMODE)
                    .param("order", order)
                    .param("product", product)
                    .param("quantity", wanted.quantity())
                    .update();
            if (!stage.equals("reserved")) {
                var shipped = stock.ship(new Sold(order, product, BigDecimal.ONE, parts), Instant.now());
                jdbc.sql(
                                "INSERT INTO shipments (movement_id, tenant_id, line_id, state) VALUES (:id, :tenant, :line, :state)")
                        .param("id", shipped.getFirst())
                        .param("tenant", TestTokens.PROMODE)
                        .param("line", line)
                        .param("state", stage)
                        .update();
                if (stage.equals("delivered")) {
                    stock.deliver(shipped, Instant.now());
                }
                if (stage.equals("failed")) {
                    stock.bringBack(shipped.getFirst(), "nobody at home", Instant.now());
                }
            }
            if (stage.equals("reserved") || stage.equals("failed")) {
                jdbc.sql("""
                        INSERT INTO reservation_lots (line_id, lot_id, location_id, tenant_id, quantity)
                        VALUES (:line, :lot, :location, :tenant, :quantity)
                        """)
                        .param("line", line)
                        .param("lot", lot)
                        .param("location", store)
                        .param("tenant", TestTokens.PROMODE)
                        .param("quantity", wanted.quantity())
                        .update();
            }
        });
        return order;
    }

    private void inTenant(Runnable work) {
        tenants.run(TestTokens.PROMODE, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private static String told(JsonNode order) {
        return "%s %s %s"
                .formatted(
                        order.path("orderId").asString(),
                        number(order, "quantity").setScale(3).toPlainString(),
                        order.path("stage").asString());
    }

    private static void assertTotals(JsonNode totals, String... expected) {
        var names = List.of("received", "returned", "adjusted", "onHand", "inTransit", "shipped", "wasted");
        for (var i = 0; i < expected.length; i++) {
            assertThat(number(totals, names.get(i))).as(names.get(i)).isEqualByComparingTo(expected[i]);
        }
    }

    private static BigDecimal sum(JsonNode totals, String... names) {
        return Stream.of(names).map(name -> number(totals, name)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(JsonNode node, String name) {
        return node.path(name).decimalValue();
    }
}
