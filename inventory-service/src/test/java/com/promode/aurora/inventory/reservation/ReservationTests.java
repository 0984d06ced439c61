package com.promode.aurora.inventory.reservation;

import static com.promode.aurora.inventory.Warehouse.LEVELS;
import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.contracts.auth.TenantEvent.TenantChanged;
import com.promode.aurora.contracts.inventory.ReservationEvent;
import com.promode.aurora.contracts.inventory.ReservationEvent.ReservationReleased;
import com.promode.aurora.contracts.inventory.ReservationEvent.StockRejected;
import com.promode.aurora.contracts.inventory.ReservationEvent.StockReserved;
import com.promode.aurora.contracts.inventory.StockEvent.AffectedOrder;
import com.promode.aurora.contracts.inventory.StockEvent.LotRecalled;
import com.promode.aurora.contracts.inventory.StockEvent.LotReceived;
import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Warehouse.class)
class ReservationTests {

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private DeliveryService deliveries;

    @Autowired
    private Events events;

    @Autowired
    private ReservationJob job;

    @Autowired
    private ReservationService reservations;

    @Autowired
    private Tenants tenants;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private UUID store;
    private UUID product;

    @BeforeEach
    void receive() {
        events.send(
                TestTokens.PROMODE,
                new TenantChanged(
                        UUID.randomUUID(),
                        Instant.now(),
                        TestTokens.PROMODE,
                        "promode",
                        "Promode",
                        Warehouse.INDIA.getId(),
                        "active"));
        await().until(() -> tenants.all().contains(TestTokens.PROMODE));
        store = warehouse.location();
        product = warehouse.product();
    }

    @Test
    void setsAsideFirstExpiredFirstWhatIsGoodOnTheDeliveryDate() {
        var today = LocalDate.now(Warehouse.INDIA);
        lot("5", today.plusDays(1));
        var soon = lot("5", today.plusDays(3));
        var later = lot("5", today.plusDays(9));
        var order = Orders.of(product, "7").on(today.plusDays(2));

        send(order.placed());
        var reserved = events.expect(StockReserved.class, about(order));

        assertThat(reserved.lines()).singleElement().satisfies(line -> {
            assertThat(line.lineId()).isEqualTo(order.line());
            assertThat(line.quantity()).isEqualByComparingTo("7");
            assertThat(line.lots()).extracting(part -> part.lotId()).containsExactly(soon, later);
        });
        assertThat(reserved.expiresAt()).isAfter(Instant.now().plus(Duration.ofMinutes(25)));
        assertThat(level(soon, "reserved")).isEqualByComparingTo("5");
        assertThat(level(later, "reserved")).isEqualByComparingTo("2");
        assertThat(level(later, "available")).isEqualByComparingTo("3");
    }

    @Test
    void rejectsAnOrderAndSaysWhatIsMissing() {
        var lot = lot("5");
        var order = Orders.of(product, "5.001");

        send(order.placed());
        var rejected = events.expect(StockRejected.class, about(order));

        assertThat(rejected.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.lineId()).isEqualTo(order.line());
            assertThat(missing.asked()).isEqualByComparingTo("5.001");
            assertThat(missing.available()).isEqualByComparingTo("5");
        });
        assertThat(rejected.reason()).contains("5.001 kg");
        assertThat(level(lot, "reserved")).isZero();
    }

    @Test
    void rejectsWhatThereNeverWas() {
        var order = Orders.of(UUID.randomUUID(), "1");
        send(order.placed());
        assertThat(events.expect(StockRejected.class, about(order)).missing()).hasSize(1);
    }

    @Test
    void whatIsSetAsideCantBeSoldToOthers() {
        lot("5");
        reserve(Orders.of(product, "4"));
        warehouse
                .manager()
                .post(MOVEMENTS, Warehouse.outbound(product, store, "2"))
                .expect(409, "INSUFFICIENT_STOCK");
    }

    @Test
    void aCancelledOrderGivesBackWhatWasSetAside() {
        var lot = lot("5");
        var order = reserve(Orders.of(product, "4"));

        send(order.cancelled());

        assertThat(events.expect(ReservationReleased.class, about(order)).cause())
                .isEqualTo("cancelled");
        assertThat(level(lot, "available")).isEqualByComparingTo("5");
    }

    @Test
    void lapsesUnlessConfirmed() {
        var lot = lot("5");
        var confirmed = reserve(Orders.of(product, "1"));
        send(confirmed.confirmed());
        await().until(() -> status(confirmed).equals("confirmed"));
        var forgotten = reserve(Orders.of(product, "4"));
        letTimePass(forgotten);

        job.expire();

        assertThat(events.expect(ReservationReleased.class, about(forgotten)).cause())
                .isEqualTo("expired");
        assertThat(level(lot, "reserved")).isEqualByComparingTo("1");
    }

    @Test
    void aConfirmationThatComesLateSetsAsideAnewOrIsRejected() {
        lot("5");
        var order = reserve(Orders.of(product, "4"));
        letTimePass(order);
        job.expire();
        send(order.confirmed());
        await().until(() -> status(order).equals("confirmed"));

        var other = reserve(Orders.of(product, "1"));
        letTimePass(other);
        job.expire();
        warehouse
                .manager()
                .post(MOVEMENTS, Warehouse.outbound(product, store, "1"))
                .expect(201);
        send(other.confirmed());
        events.expect(StockRejected.class, about(other));
    }

    @Test
    void theWeightThatWasPackedIsWhatIsSetAside() {
        var lot = lot("5");
        var light = reserve(Orders.of(product, "2"));
        var heavy = reserve(Orders.of(product, "2"));

        send(light.packed("1.9"));
        send(heavy.packed("2.1"));

        await().until(() -> status(heavy).equals("packed"));
        await().until(() -> status(light).equals("packed"));
        assertThat(level(lot, "reserved")).isEqualByComparingTo("4.0");
    }

    @Test
    void whatIsDeliveredLeavesTheWarehouseOnce() {
        var lot = lot("5");
        var order = deliver(Orders.of(product, "2"), "2");
        var again = order.started();
        send(again);
        send(again);

        await().until(() -> movements(order).size() == 2);
        var out = movements(order).getLast();
        assertThat(out.path("movementType").asString()).isEqualTo("outbound");
        assertThat(out.path("revenue").decimalValue()).isEqualByComparingTo("48.00");
        assertThat(movements(order).getFirst().path("movementType").asString()).isEqualTo("transfer");
        assertThat(level(lot, "onHand")).isEqualByComparingTo("3");
        assertThat(level(lot, "reserved")).isZero();
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("3");
    }

    @Test
    void aDeliveryThatFailedPutsTheGoodsBackAsTheyWere() {
        var lot = lot("5");
        var order = ship(Orders.of(product, "2"), "2");

        send(order.failed());

        await().until(() -> status(order).equals("packed"));
        assertThat(level(lot, "onHand")).isEqualByComparingTo("5");
        assertThat(level(lot, "reserved")).isEqualByComparingTo("2");
        var back = events.expect(
                StockMoved.class, moved -> moved.productId().equals(product) && moved.reversalOf() != null);
        assertThat(back.quantity()).isEqualByComparingTo("2");

        send(order.started());
        await().until(() -> status(order).equals("in_transit"));
        assertThat(level(lot, "onHand")).isEqualByComparingTo("3");
    }

    @Test
    void whatComesBackIsALotOfItsOwnOnHold() {
        var lot = lot("5");
        var order = deliver(Orders.of(product, "2"), "2");

        send(order.returned(store, "0.5"));

        var child = events.expect(LotReceived.class, received -> lot.equals(received.returnedFrom()));
        assertThat(child.onHold()).isTrue();
        await().until(() -> status(order).equals("returned"));
        assertThat(level(child.lotId(), "held")).isEqualByComparingTo("0.5");
        var history = warehouse
                .manager()
                .get("/api/warehouse/lots/" + child.lotId() + "/trace")
                .ok()
                .path("history");
        assertThat(history.findValuesAsString("reason")).containsExactly("Came back from a customer: bruised");
        assertThat(level(lot, "onHand")).isEqualByComparingTo("3");
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("3.5");
    }

    @Test
    void whatIsRefusedAtTheDoorComesBackToo() {
        var lot = lot("5");
        var order = ship(Orders.of(product, "2"), "2");
        send(order.returned(store, "2"));
        events.expect(LotReceived.class, received -> lot.equals(received.returnedFrom()));
        await().until(() -> status(order).equals("returned"));
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("5");
    }

    @Test
    void aDeliveryThatIsHeardOfTooEarlyWaits() {
        var lot = lot("5");
        var order = Orders.of(product, "2");
        send(order.started());

        send(order.placed());
        send(order.confirmed());
        send(order.packed("2"));

        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> status(order)
                .equals("in_transit"));
        assertThat(level(lot, "onHand")).isEqualByComparingTo("3");
    }

    @Test
    void whatIsNeverHeardOfIsNotWaitedForForEver() {
        lot("5");
        var unknown = Orders.of(product, "1");
        var delivered = deliver(Orders.of(product, "2"), "2");

        assertNotYet(() -> deliveries.start(unknown.started()));
        assertNotYet(() -> deliveries.takeBack(delivered.returned(UUID.randomUUID(), "1")));
        assertNotYet(() -> deliveries.start(reserve(Orders.of(product, "1")).started()));
    }

    private void assertNotYet(Runnable work) {
        assertThatThrownBy(() -> inTenant(work))
                .isInstanceOfSatisfying(BusinessException.class, early -> assertThat(early.isNotYet())
                        .isTrue());
    }

    @Test
    void ordersGetOtherGoodsThanThoseOfARecalledLot() {
        var today = LocalDate.now(Warehouse.INDIA);
        var bad = lot("5", today.plusDays(2));
        var good = lot("5", today.plusDays(9));
        var order = reserve(Orders.of(product, "3"));

        var recalled = recall(bad).expect(200).ok();

        assertThat(recalled.at("/lot/status").asString()).isEqualTo("recalled");
        assertThat(recalled.at("/orders/0/orderId").asString())
                .isEqualTo(order.id().toString());
        assertThat(recalled.at("/orders/0/stage").asString()).isEqualTo("reserved");
        assertThat(level(bad, "reserved")).isZero();
        assertThat(level(bad, "held")).isEqualByComparingTo("5");
        assertThat(level(good, "reserved")).isEqualByComparingTo("3");
        assertThat(status(order)).isEqualTo("reserved");
        events.expect(
                StockReserved.class,
                reserved -> reserved.orderId().equals(order.id())
                        && reserved.lines().getFirst().lots().getFirst().lotId().equals(good));
        recall(bad).expect(409, "INVALID_TRANSITION");
    }

    @Test
    void aRecallNamesAllWhoHaveSomethingOfTheLotAndReleasesWhatCantBeReplaced() {
        var lot = lot("9");
        var delivered = deliver(Orders.of(product, "2"), "2");
        var travelling = ship(Orders.of(product, "1"), "1");
        var waiting = reserve(Orders.of(product, "3"));

        recall(lot).expect(200);

        var told = events.expect(LotRecalled.class, recalled -> recalled.lotId().equals(lot));
        assertThat(told.onHand()).isEqualByComparingTo("6");
        assertThat(told.orders())
                .extracting(AffectedOrder::orderId, AffectedOrder::stage)
                .containsExactlyInAnyOrder(
                        tuple(delivered.id(), "delivered"),
                        tuple(travelling.id(), "in_transit"),
                        tuple(waiting.id(), "reserved"));
        assertThat(events.expect(ReservationReleased.class, about(waiting)).cause())
                .isEqualTo("recalled");
        assertThat(level(lot, "reserved")).isZero();
        warehouse
                .manager()
                .post(MOVEMENTS, Warehouse.outbound(product, store, "1"))
                .expect(409, "INSUFFICIENT_STOCK");
    }

    @Test
    void whatIsPackedIsNotOpenedForARecall() {
        var today = LocalDate.now(Warehouse.INDIA);
        var bad = lot("5", today.plusDays(2));
        var good = lot("5", today.plusDays(9));
        var order = reserve(Orders.of(product, "3"));
        send(order.packed("3"));
        await().until(() -> status(order).equals("packed"));

        recall(bad).expect(200);

        events.expect(ReservationReleased.class, about(order));
        assertThat(level(good, "reserved")).isZero();
    }

    @Test
    void whatComesBackOfARecalledLotIsRecalledToo() {
        var lot = lot("9");
        var before = deliver(Orders.of(product, "2"), "2");
        var after = deliver(Orders.of(product, "2"), "2");
        send(before.returned(store, "1"));
        var first = events.expect(LotReceived.class, received -> lot.equals(received.returnedFrom()));
        await().until(() -> status(before).equals("returned"));

        recall(lot).expect(200);
        send(after.returned(store, "1.5"));
        await().until(() -> status(after).equals("returned"));

        assertThat(state(first.lotId())).isEqualTo("recalled");
        assertThat(events.expect(
                                LotReceived.class,
                                received -> lot.equals(received.returnedFrom())
                                        && !received.lotId().equals(first.lotId()))
                        .lotId())
                .satisfies(child -> assertThat(state(child)).isEqualTo("recalled"));
    }

    @Test
    void aFailedDeliveryOfARecalledLotIsNotSetOut() {
        var lot = lot("5");
        var order = ship(Orders.of(product, "2"), "2");
        recall(lot).expect(200);

        send(order.failed());

        assertThat(events.expect(ReservationReleased.class, about(order)).cause())
                .isEqualTo("recalled");
        assertThat(level(lot, "reserved")).isZero();
        assertThat(level(lot, "onHand")).isEqualByComparingTo("5");
    }

    @Test
    void ordersOfNothingAreRejectedAndTheOthersGoOn() {
        lot("5");
        var nothing = Orders.of(product, "0");
        send(nothing.placed());
        events.expect(StockRejected.class, about(nothing));
        reserve(Orders.of(product, "1"));
    }

    @Test
    void moreThanWasShippedComesBackAsWhatWasShipped() {
        var lot = lot("5");
        var order = deliver(Orders.of(product, "2"), "2");
        send(order.returned(store, "3"));
        var child = events.expect(LotReceived.class, received -> lot.equals(received.returnedFrom()));
        await().until(() -> status(order).equals("returned"));
        assertThat(level(child.lotId(), "onHand")).isEqualByComparingTo("2");
    }

    @Test
    void nobodyRecallsALotOfOthersOrWithoutAReason() {
        var lot = lot("1");
        warehouse
                .manager()
                .tenant(UUID.randomUUID())
                .post("/api/warehouse/lots/" + lot + "/recall", Map.of("reason", "x"))
                .expect(404, "NOT_FOUND");
        warehouse
                .manager()
                .post("/api/warehouse/lots/" + lot + "/recall", Map.of("reason", " "))
                .expect(400, "VALIDATION_ERROR");
    }

    @Test
    void twoHundredOrdersOnAHundredUnitsGetExactlyAHundred() throws Exception {
        var lot = lot("100");
        var orders =
                IntStream.range(0, 200).mapToObj(i -> Orders.of(product, "1")).toList();

        atOnce(orders.stream()
                .<Runnable>map(order -> () -> reservations.place(order.placed()))
                .toList());

        assertThat(orders.stream().collect(Collectors.groupingBy(this::status, Collectors.counting())))
                .isEqualTo(Map.of("reserved", 100L, "rejected", 100L));
        assertThat(level(lot, "reserved")).isEqualByComparingTo("100");
    }

    @Test
    void aConfirmationAndALapseAtOnceHaveOneWinner() throws Exception {
        var lot = lot("20");
        var orders =
                IntStream.range(0, 20).mapToObj(i -> Orders.of(product, "1")).toList();
        orders.forEach(order -> inTenant(() -> reservations.place(order.placed())));
        orders.forEach(this::letTimePass);

        atOnce(orders.stream()
                .<Runnable>flatMap(order ->
                        Stream.of(() -> reservations.confirm(order.id()), () -> reservations.expire(order.id())))
                .toList());

        // who lapsed first is set aside anew when he is confirmed
        assertThat(orders).allSatisfy(order -> assertThat(status(order)).isEqualTo("confirmed"));
        assertThat(level(lot, "reserved")).isEqualByComparingTo("20");
    }

    private void atOnce(List<Runnable> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = work.stream()
                    .map(each -> CompletableFuture.runAsync(
                            () -> {
                                awaitUninterruptibly(start);
                                inTenant(each);
                            },
                            clients))
                    .toList();
            start.countDown();
            running.forEach(CompletableFuture::join);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inTenant(Runnable work) {
        tenants.run(TestTokens.PROMODE, work);
    }

    private Api.Answer recall(UUID lot) {
        return warehouse.manager().post("/api/warehouse/lots/" + lot + "/recall", Map.of("reason", "listeria"));
    }

    private Orders reserve(Orders order) {
        send(order.placed());
        events.expect(StockReserved.class, about(order));
        return order;
    }

    private Orders ship(Orders order, String weight) {
        reserve(order);
        send(order.confirmed());
        send(order.packed(weight));
        send(order.started());
        await().atMost(Duration.ofSeconds(30)).until(() -> status(order).equals("in_transit"));
        return order;
    }

    private Orders deliver(Orders order, String weight) {
        ship(order, weight);
        send(order.delivered());
        await().until(() -> status(order).equals("delivered"));
        return order;
    }

    private static <E extends ReservationEvent> Predicate<E> about(Orders order) {
        return event -> event.orderId().equals(order.id());
    }

    private void send(IntegrationEvent event) {
        events.send(TestTokens.PROMODE, event);
    }

    private UUID lot(String quantity) {
        return warehouse.lot(store, product, quantity, "10");
    }

    private UUID lot(String quantity, LocalDate expiry) {
        var item = item(product, quantity, "10");
        item.put("expiryDate", expiry.toString());
        return warehouse.lot(store, item);
    }

    private BigDecimal level(UUID lot, String field) {
        return warehouse
                .manager()
                .get(LEVELS + "?lotId=" + lot)
                .ok()
                .get(0)
                .path(field)
                .decimalValue();
    }

    private List<JsonNode> movements(Orders order) {
        return warehouse
                .manager()
                .get(MOVEMENTS + "?referenceId=" + order.id())
                .ok()
                .valueStream()
                .toList();
    }

    private String state(UUID lot) {
        return warehouse
                .manager()
                .get("/api/warehouse/lots/" + lot)
                .ok()
                .path("state")
                .asString();
    }

    private String status(Orders order) {
        return inTenant("SELECT status FROM reservations WHERE order_id = :order", order);
    }

    private void letTimePass(Orders order) {
        inTenant(
                "UPDATE reservations SET expires_at = now() - interval '1 second' WHERE order_id = :order RETURNING status",
                order);
    }

    private String inTenant(String sql, Orders order) {
        var result = new String[1];
        tenants.run(
                TestTokens.PROMODE,
                () -> result[0] = new TransactionTemplate(transactions).execute(ignored -> jdbc.sql(sql)
                        .params(Map.of("order", order.id()))
                        .query(String.class)
                        .single()));
        return result[0];
    }
}
