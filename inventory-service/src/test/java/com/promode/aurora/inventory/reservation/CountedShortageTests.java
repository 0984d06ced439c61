package com.promode.aurora.inventory.reservation;

import static com.promode.aurora.inventory.Warehouse.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.inventory.ReservationEvent;
import com.promode.aurora.contracts.inventory.ReservationEvent.ReservationReleased;
import com.promode.aurora.contracts.inventory.ReservationEvent.StockReserved;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Ten kilograms lie at the store, and less is found than customers have been promised. */
@ServiceTest
@Import(Warehouse.class)
class CountedShortageTests {

    private static final String COUNTS = "/api/warehouse/stock/counts";

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    private UUID store;
    private UUID product;
    private UUID lot;

    @BeforeEach
    void goods() {
        store = warehouse.location();
        product = warehouse.product();
        lot = warehouse.lot(store, product, "10", "2");
    }

    @Test
    void theLastOrderToComeLosesWhatIsNotThere() {
        var first = reserve("4");
        var last = reserve("4");

        find("5");

        assertThat(events.expect(ReservationReleased.class, about(last)).cause())
                .isEqualTo("missing");
        assertThat(level("onHand")).isEqualByComparingTo("5");
        assertThat(level("reserved")).isEqualByComparingTo("4");
        assertThat(events.all(ReservationReleased.class, about(first))).isEmpty();
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("5");
    }

    @Test
    void whatNobodyHasReservedGoesFirst() {
        var order = reserve("4");

        find("4");

        assertThat(level("reserved")).isEqualByComparingTo("4");
        assertThat(level("available")).isZero();
        assertThat(events.all(ReservationReleased.class, about(order))).isEmpty();
    }

    @Test
    void anOrderGetsOtherGoodsWhereThereAreAny() {
        var order = reserve("4");
        var elsewhere = warehouse.lot(warehouse.location(), product, "3", "2");

        find("1.5");

        var again = events.expect(
                StockReserved.class,
                event -> event.orderId().equals(order.id())
                        && event.lines().getFirst().lots().size() == 2);
        assertThat(again.lines().getFirst().quantity()).isEqualByComparingTo("4");
        assertThat(again.lines().getFirst().lots()).anySatisfy(part -> {
            assertThat(part.lotId()).isEqualTo(elsewhere);
            assertThat(part.quantity()).isEqualByComparingTo("2.5");
        });
        assertThat(level("reserved")).isEqualByComparingTo("1.5");
    }

    @Test
    void whatIsPackedIsLostLast() {
        var waiting = reserve("4");
        var packed = reserve("4");
        events.send(TestTokens.PROMODE, packed.packed("3.5"));
        await().until(() -> level("reserved").compareTo(new BigDecimal("7.5")) == 0);

        find("3.5");

        events.expect(ReservationReleased.class, about(waiting));
        assertThat(level("reserved")).isEqualByComparingTo("3.5");
        assertThat(events.all(ReservationReleased.class, about(packed))).isEmpty();

        find("3");

        events.expect(ReservationReleased.class, about(packed));
        assertThat(level("reserved")).isZero();
        assertThat(level("onHand")).isEqualByComparingTo("3");
    }

    private void find(String quantity) {
        var count = warehouse
                .manager()
                .post(COUNTS, Map.of("locationId", store))
                .expect(201)
                .id();
        var found = Map.of("productId", product, "lotId", lot, "counted", new BigDecimal(quantity));
        warehouse.manager().put(COUNTS + "/" + count + "/lines", List.of(found)).expect(200);
        api.as("stock:approve")
                .user(UUID.randomUUID())
                .post(COUNTS + "/" + count + "/post", null)
                .expect(200);
    }

    private Orders reserve(String quantity) {
        var order = Orders.of(product, quantity);
        events.send(TestTokens.PROMODE, order.placed());
        events.expect(StockReserved.class, about(order));
        return order;
    }

    private static <E extends ReservationEvent> Predicate<E> about(Orders order) {
        return event -> event.orderId().equals(order.id());
    }

    private BigDecimal level(String field) {
        return warehouse
                .manager()
                .get(LEVELS + "?lotId=" + lot)
                .ok()
                .get(0)
                .path(field)
                .decimalValue();
    }
}
