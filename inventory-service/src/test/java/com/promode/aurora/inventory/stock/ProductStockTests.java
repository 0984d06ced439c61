package com.promode.aurora.inventory.stock;

import static com.promode.aurora.contracts.inventory.MovementType.ADJUSTMENT;
import static com.promode.aurora.contracts.inventory.MovementType.INBOUND;
import static com.promode.aurora.contracts.inventory.MovementType.OUTBOUND;
import static com.promode.aurora.contracts.inventory.MovementType.TRANSFER;
import static com.promode.aurora.contracts.inventory.MovementType.WASTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.promode.aurora.contracts.inventory.LotQuantity;
import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import com.promode.aurora.contracts.inventory.StockEvent.WasteRecorded;
import com.promode.aurora.inventory.lot.LotState;
import com.promode.aurora.inventory.stock.LotBalance.Lot;
import com.promode.aurora.inventory.stock.Movement.Origin;
import com.promode.aurora.inventory.stock.Movement.SkippedLot;
import com.promode.aurora.inventory.stock.ProductStock.StockedProduct;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductStockTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final UUID PRODUCT = new UUID(1, 1);
    private static final UUID STORE = new UUID(2, 1);
    private static final UUID SHOP = new UUID(2, 2);

    private final Lot soon = lot(1, LotState.AVAILABLE, DAY.plusDays(1));
    private final Lot later = lot(2, LotState.AVAILABLE, DAY.plusDays(5));

    @Test
    void takesWhatExpiresFirst() {
        var movement = move(stock(at(later, 10), at(soon, 4)), OUTBOUND, "6");

        assertThat(movement.lots())
                .containsExactly(new LotQuantity(soon.id(), decimal("4")), new LotQuantity(later.id(), decimal("2")));
        assertThat(movement.skipped()).isEmpty();
    }

    @Test
    void goodsThatDoNotExpireLeaveLast() {
        var lasting = lot(3, LotState.AVAILABLE, null);

        assertThat(move(stock(at(lasting, 5), at(later, 5)), OUTBOUND, "6").lots())
                .containsExactly(
                        new LotQuantity(later.id(), decimal("5")), new LotQuantity(lasting.id(), decimal("1")));
    }

    @Test
    void passesOverHeldRecalledAndExpiredLotsAndSaysWhy() {
        var held = lot(3, LotState.HOLD, DAY);
        var recalled = lot(4, LotState.RECALLED, DAY);
        var expired = lot(5, LotState.AVAILABLE, DAY.minusDays(1));

        var movement = move(stock(at(held, 5), at(recalled, 5), at(expired, 5), at(soon, 5)), OUTBOUND, "5");

        assertThat(movement.lots()).containsExactly(new LotQuantity(soon.id(), decimal("5")));
        assertThat(movement.skipped())
                .containsExactlyInAnyOrder(
                        new SkippedLot(held.id(), "held"),
                        new SkippedLot(recalled.id(), "recalled"),
                        new SkippedLot(expired.id(), "expired"));
    }

    @Test
    void theDayOfExpiryIsAGoodDayStill() {
        var today = lot(3, LotState.AVAILABLE, DAY);

        assertThat(move(stock(at(today, 5)), OUTBOUND, "5").lots()).hasSize(1);
        assertThatThrownBy(() -> stock(at(today, 5)).move(command(OUTBOUND, "5", null), DAY.plusDays(1), origin()))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void refusesToGoBelowZero() {
        assertThatThrownBy(() -> move(stock(at(soon, 5)), OUTBOUND, "5.001"))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("INSUFFICIENT_STOCK");
                    assertThat(refusal).hasMessage("5.001 kg of PRD-001 asked, 5 available at the location");
                });
    }

    @Test
    void countsWhatEarlierCommandsOfARequestHaveTaken() {
        var stock = stock(at(soon, 100));
        move(stock, OUTBOUND, "60");

        assertThatThrownBy(() -> move(stock, OUTBOUND, "60")).hasMessageContaining("40 available");
    }

    @Test
    void refusesANamedLotThatIsHeld() {
        var held = lot(3, LotState.HOLD, DAY.plusDays(9));

        assertThatThrownBy(() -> stock(at(held, 5)).move(command(OUTBOUND, "1", held.id()), DAY, origin()))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("INSUFFICIENT_STOCK"));
    }

    @Test
    void doesNotGiveAwayWhatIsReserved() {
        var stock = stock(new LotBalance(soon, STORE, decimal("5"), decimal("3")));

        assertThatThrownBy(() -> move(stock, OUTBOUND, "3")).hasMessageContaining("2 available");
        assertThat(move(stock, OUTBOUND, "2").lots()).hasSize(1);
    }

    @Test
    void throwsExpiredGoodsAwayFirst() {
        var expired = lot(3, LotState.HOLD, DAY.minusDays(3));
        var stock = stock(at(soon, 5), at(expired, 5));

        assertThat(move(stock, WASTE, "6").lots())
                .containsExactly(new LotQuantity(expired.id(), decimal("5")), new LotQuantity(soon.id(), decimal("1")));
        assertThat(stock.takeEvents()).hasAtLeastOneElementOfType(WasteRecorded.class);
    }

    @Test
    void averagesTheCostOfWhatComesIn() {
        var stock = stock("10", "2.0000", at(soon, 10));

        var inbound = stock.move(inbound("5", "3.5000"), DAY, origin());
        assertThat(stock.averageCost()).isEqualByComparingTo("2.5000");
        assertThat(inbound.cost()).isEqualByComparingTo("17.50");

        var outbound = move(stock, OUTBOUND, "4");
        assertThat(outbound.unitCost()).isEqualByComparingTo("2.5000");
        assertThat(stock.averageCost()).isEqualByComparingTo("2.5000");
    }

    @Test
    void anInboundWithoutCostTakesThatOfItsLot() {
        var stock = stock("0", "0", at(soon, 0));

        assertThat(stock.move(inbound("5", null), DAY, origin()).unitCost()).isEqualByComparingTo("1.2500");
    }

    @Test
    void roundsRevenueAndCostOncePerMovement() {
        var stock = stock("10", "1.1111", at(soon, 4), at(later, 6));
        var command = new MoveStock(
                PRODUCT,
                OUTBOUND,
                decimal("5.555"),
                null,
                STORE,
                null,
                null,
                decimal("7.9900"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        var movement = stock.move(command, DAY, origin());

        assertThat(movement.revenue()).isEqualByComparingTo("44.38"); // 44.38445
        assertThat(movement.cost()).isEqualByComparingTo("6.17"); // 6.1721605
    }

    @Test
    void aTransferKeepsCostAndOnHand() {
        var stock = stock("10", "2.0000", at(soon, 10));
        var transfer = new MoveStock(
                PRODUCT,
                TRANSFER,
                decimal("4"),
                null,
                STORE,
                SHOP,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        stock.move(transfer, DAY, origin());

        assertThat(stock.onHand()).isEqualByComparingTo("10");
        assertThat(stock.averageCost()).isEqualByComparingTo("2");
        assertThat(stock.changedBalances())
                .extracting(LotBalance::locationId, balance -> balance.onHand().intValue())
                .containsExactlyInAnyOrder(tuple(STORE, 6), tuple(SHOP, 4));
    }

    @Test
    void goodsThatWereFoundGoToTheNewestLotOfTheLocation() {
        var stock = stock(at(soon, 5), at(later, 5));

        var found = stock.move(adjustment(null, STORE, "2"), DAY, origin());

        assertThat(found.lots()).containsExactly(new LotQuantity(later.id(), decimal("2")));
        assertThat(lastMoved(stock).quantity()).isEqualByComparingTo("2");
    }

    @Test
    void anAdjustmentToLessIsNegativeInItsEvent() {
        var stock = stock(at(soon, 5));

        stock.move(adjustment(STORE, null, "2"), DAY, origin());

        assertThat(lastMoved(stock).quantity()).isEqualByComparingTo("-2");
        assertThat(stock.onHand()).isEqualByComparingTo("3");
    }

    @Test
    void refusesAFractionOfAThing() {
        var bunches = new ProductStock(
                new StockedProduct(PRODUCT, "PRD-002", "bunch", true, BigDecimal.ZERO, null, null),
                balances(at(soon, 5)),
                decimal("5"),
                decimal("1"),
                false,
                0);

        assertThatThrownBy(() -> move(bunches, OUTBOUND, "0.5")).isInstanceOf(BusinessException.class);
        assertThat(move(bunches, OUTBOUND, "2.000").lots()).hasSize(1);
    }

    @Test
    void refusesALotOfAnotherProduct() {
        assertThatThrownBy(() -> stock(at(soon, 5)).move(command(OUTBOUND, "1", new UUID(9, 9)), DAY, origin()))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("NOT_FOUND"));
    }

    @Test
    void saysLowOnceUntilItHasBeenAbove() {
        var stock = new ProductStock(product("5"), balances(at(soon, 10)), decimal("10"), decimal("1"), false, 0);

        move(stock, OUTBOUND, "4");
        assertThat(lows(stock)).isZero();
        move(stock, OUTBOUND, "1");
        move(stock, OUTBOUND, "1");
        assertThat(lows(stock)).isEqualTo(1);
        stock.move(inbound("6", "1"), DAY, origin());
        move(stock, OUTBOUND, "6");
        assertThat(lows(stock)).isEqualTo(1);
    }

    @Test
    void numbersItsMovements() {
        var stock = stock(at(soon, 10));

        move(stock, OUTBOUND, "1");
        move(stock, OUTBOUND, "1");

        assertThat(stock.takeEvents())
                .filteredOn(StockMoved.class::isInstance)
                .map(StockMoved.class::cast)
                .extracting(StockMoved::version, moved -> moved.onHand().intValueExact())
                .containsExactly(tuple(1L, 9), tuple(2L, 8));
    }

    private static Movement move(ProductStock stock, MovementType type, String quantity) {
        return stock.move(command(type, quantity, null), DAY, origin());
    }

    private static MoveStock command(MovementType type, String quantity, @Nullable UUID lot) {
        var waste = type == WASTE;
        return new MoveStock(
                PRODUCT,
                type,
                decimal(quantity),
                lot,
                STORE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                waste ? WasteReason.EXPIRED : null,
                waste ? DisposalMethod.COMPOST : null,
                null);
    }

    private MoveStock inbound(String quantity, @Nullable String cost) {
        return new MoveStock(
                PRODUCT,
                INBOUND,
                decimal(quantity),
                soon.id(),
                null,
                STORE,
                cost == null ? null : decimal(cost),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static MoveStock adjustment(@Nullable UUID from, @Nullable UUID to, String quantity) {
        return new MoveStock(
                PRODUCT,
                ADJUSTMENT,
                decimal(quantity),
                null,
                from,
                to,
                null,
                null,
                null,
                null,
                null,
                "counted",
                null,
                null,
                null);
    }

    private static Origin origin() {
        return new Origin(NOW, NOW, null);
    }

    private static Lot lot(int number, LotState state, @Nullable LocalDate expiry) {
        return new Lot(new UUID(3, number), state, expiry, NOW.plusSeconds(number), decimal("1.2500"));
    }

    private static LotBalance at(Lot lot, int quantity) {
        return new LotBalance(lot, STORE, BigDecimal.valueOf(quantity), BigDecimal.ZERO);
    }

    private static StockBalances balances(LotBalance... lying) {
        return new StockBalances(
                List.of(lying),
                Arrays.stream(lying).map(LotBalance::lot).collect(Collectors.toMap(Lot::id, Function.identity())));
    }

    private static ProductStock stock(LotBalance... lying) {
        var onHand = Arrays.stream(lying).map(LotBalance::onHand).reduce(BigDecimal.ZERO, BigDecimal::add);
        return stock(onHand.toPlainString(), "1.0000", lying);
    }

    private static ProductStock stock(String onHand, String averageCost, LotBalance... lying) {
        return new ProductStock(product("-1"), balances(lying), decimal(onHand), decimal(averageCost), false, 0);
    }

    private static StockedProduct product(String reorderPoint) {
        return new StockedProduct(PRODUCT, "PRD-001", "kg", false, decimal(reorderPoint), null, null);
    }

    private static long lows(ProductStock stock) {
        return stock.takeEvents().stream().filter(StockLow.class::isInstance).count();
    }

    private static StockMoved lastMoved(ProductStock stock) {
        return stock.takeEvents().stream()
                .filter(StockMoved.class::isInstance)
                .map(StockMoved.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
