package com.promode.aurora.inventory.movement;

import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.PRODUCTS;
import static com.promode.aurora.inventory.Warehouse.item;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import com.promode.aurora.contracts.inventory.StockEvent.WasteRecorded;
import com.promode.aurora.inventory.Crowd;
import com.promode.aurora.inventory.LedgerBook;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.Api.Answer;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import({Warehouse.class, LedgerBook.class})
class ReversalApiTests {

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private LedgerBook book;

    @Autowired
    private Events events;

    private UUID store = UUID.randomUUID();
    private UUID product = UUID.randomUUID();
    private UUID lot = UUID.randomUUID();

    @BeforeEach
    void receive() {
        store = warehouse.location();
        product = warehouse.product();
        lot = warehouse.lot(store, product, "10", "2");
    }

    @Test
    void aSaleThatIsTakenBackIsUndoneAndStaysInTheBooks() {
        var command = outbound(product, store, "4");
        command.put("unitPrice", new BigDecimal("5"));
        var sale = warehouse.manager().post(MOVEMENTS, command).expect(201).id();

        var reversal = reverse(sale).expect(201);

        assertThat(reversal.header("Location")).isEqualTo(MOVEMENTS + "/" + reversal.id());
        assertThat(reversal.ok().path("reversalOf").asString()).isEqualTo(sale.toString());
        assertThat(reversal.ok().path("movementType").asString()).isEqualTo("outbound");
        assertThat(reversal.ok().path("toLocationId").asString()).isEqualTo(store.toString());
        assertThat(reversal.ok().path("revenue").decimalValue()).isEqualByComparingTo("20");
        assertThat(read(sale).path("reversedBy").asString())
                .isEqualTo(reversal.id().toString());
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("10");
        assertThat(book.sumOverAllPlaces(lot)).isEqualByComparingTo("0");
        assertThat(book.recount(lot)).isEqualByComparingTo("10");
        var told = events.expect(StockMoved.class, moved -> moved.movementId().equals(reversal.id()));
        assertThat(told.reversalOf()).isEqualTo(sale);
        assertThat(told.quantity()).isEqualByComparingTo("4");
    }

    @Test
    void aReceiptThatIsTakenBackTakesItsCostAlong() {
        var dear = warehouse.lot(store, product, "10", "4");
        assertThat(averageCost()).isEqualByComparingTo("3");

        reverse(receiptOf(dear)).expect(201);

        assertThat(averageCost()).isEqualByComparingTo("2");
        assertThat(book.balance(dear)).isEqualByComparingTo("0");
    }

    @Test
    void wasteThatIsTakenBackIsNotWastedAgain() {
        var command = new LinkedHashMap<>(outbound(product, store, "1"));
        command.putAll(Map.of("movementType", "waste", "wasteReason", "damaged", "disposalMethod", "compost"));
        var waste = warehouse.manager().post(MOVEMENTS, command).expect(201).id();

        var reversal = reverse(waste).expect(201).id();

        events.expect(StockMoved.class, moved -> moved.movementId().equals(reversal));
        assertThat(events.all(WasteRecorded.class, wasted -> wasted.productId().equals(product)))
                .hasSize(1);
    }

    @Test
    void refusesWhatCantBeTakenBack() {
        var sale = warehouse
                .manager()
                .post(MOVEMENTS, outbound(product, store, "4"))
                .expect(201)
                .id();
        reverse(receiptOf(lot)).expect(409, "INSUFFICIENT_STOCK");
        var reversal = reverse(sale).expect(201).id();
        reverse(sale).expect(409, "CONFLICT");
        reverse(reversal).expect(409, "CONFLICT");
        reverse(UUID.randomUUID()).expect(404, "NOT_FOUND");
        warehouse
                .manager()
                .tenant(UUID.randomUUID())
                .post(MOVEMENTS + "/" + sale + "/reverse", Map.of("reason", "x"))
                .expect(404, "NOT_FOUND");
        warehouse
                .manager()
                .post(MOVEMENTS + "/" + sale + "/reverse", Map.of("reason", ""))
                .expect(400, "VALIDATION_ERROR");
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("10");
    }

    @Test
    void movementsOfALotAreThoseThatItHadPartIn() {
        var sale = warehouse
                .manager()
                .post(MOVEMENTS, outbound(product, store, "4"))
                .expect(201)
                .id();
        warehouse.lot(store, item(product, "1", "2"));

        var movements = warehouse.manager().get(MOVEMENTS + "?lotId=" + lot).ok();

        assertThat(movements.valueStream().map(movement -> movement.path("id").asString()))
                .containsExactly(sale.toString(), receiptOf(lot).toString());
    }

    @Test
    void whatWasTakenBackWasNotConsumed() {
        product = warehouse.product(Map.of("reorderPoint", 50));
        warehouse.lot(store, product, "10", "2");
        reverse(warehouse
                        .manager()
                        .post(MOVEMENTS, outbound(product, store, "7"))
                        .expect(201)
                        .id())
                .expect(201);

        var low = warehouse
                .manager()
                .get(PRODUCTS + "/low-stock?id=" + product)
                .ok()
                .get(0);

        assertThat(low.path("averageDailyConsumption").decimalValue()).isZero();
        assertThat(low.path("daysOfCover").isNull()).isTrue();
    }

    @Test
    void theUnitOfWhatIsInStockStays() {
        var body = Warehouse.body(Map.of("unit", "piece"));
        warehouse.manager().put(PRODUCTS + "/" + product, body).expect(409, "CONFLICT");
        warehouse.manager().put(PRODUCTS + "/" + warehouse.product(), body).expect(200);
    }

    private Answer reverse(UUID movement) {
        return warehouse.manager().post(MOVEMENTS + "/" + movement + "/reverse", Map.of("reason", "booked by mistake"));
    }

    private JsonNode read(UUID movement) {
        return warehouse.manager().get(MOVEMENTS + "/" + movement).ok();
    }

    private UUID receiptOf(UUID received) {
        return UUID.fromString(warehouse
                .manager()
                .get(MOVEMENTS + "?movementType=inbound&lotId=" + received)
                .ok()
                .at("/0/id")
                .asString());
    }

    private BigDecimal averageCost() {
        return warehouse
                .manager()
                .get(PRODUCTS + "/" + product)
                .ok()
                .path("averageCost")
                .decimalValue();
    }

    @Test
    void twoWhoTakeTheSameBackAtOnceDoItOnce() throws Exception {
        var sale = warehouse
                .manager()
                .post(MOVEMENTS, outbound(product, store, "4"))
                .expect(201)
                .id();

        var answers = Crowd.atOnce(50, client -> reverse(sale));

        assertThat(Crowd.statuses(answers)).isEqualTo(Map.of(201, 1L, 409, 49L));
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("10");
    }

    @Test
    void everyPlaceOfALotSumsToZeroAfterReversals() {
        for (var quantity : List.of("1", "2.5", "0.125")) {
            reverse(warehouse
                            .manager()
                            .post(MOVEMENTS, outbound(product, store, quantity))
                            .expect(201)
                            .id())
                    .expect(201);
        }
        assertThat(book.sumOverAllPlaces(lot)).isEqualByComparingTo("0");
        assertThat(averageCost()).isEqualByComparingTo("2");
    }
}
