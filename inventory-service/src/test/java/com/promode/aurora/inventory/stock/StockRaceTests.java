package com.promode.aurora.inventory.stock;

import static com.promode.aurora.inventory.Crowd.atOnce;
import static com.promode.aurora.inventory.Crowd.statuses;
import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.inventory.LedgerBook;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.ServiceTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import({Warehouse.class, LedgerBook.class})
class StockRaceTests {

    private static final int CLIENTS = 200;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private LedgerBook book;

    @Test
    void twoHundredWhoWantOneOfAHundredGetExactlyAHundred() throws Exception {
        var store = warehouse.location();
        var product = warehouse.product();
        var lot = warehouse.lot(store, product, "100", "1");
        var command = outbound(product, store, "1");
        command.put("lotId", lot);

        var answers = atOnce(CLIENTS, client -> warehouse.manager().post(MOVEMENTS, command));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 100L, 409, 100L));
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("0");
        assertThat(book.balance(lot)).isEqualByComparingTo("0");
        assertThat(book.sumOverAllPlaces(lot)).isEqualByComparingTo("0");
    }

    @Test
    void requestsOfManyLinesInAnyOrderNeverMeetADeadlock() throws Exception {
        var store = warehouse.location();
        var products = IntStream.range(0, 8).mapToObj(i -> warehouse.product()).toList();
        products.forEach(product -> warehouse.lot(store, product, "100", "1"));

        var answers = atOnce(CLIENTS, client -> warehouse.manager().post(MOVEMENTS, lines(products, store, client)));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 100L, 409, 100L));
        assertThat(products)
                .allSatisfy(product -> assertThat(warehouse.onHand(product)).isEqualByComparingTo("0"));
    }

    private static List<Map<String, Object>> lines(List<UUID> products, UUID store, int seed) {
        var order = new ArrayList<>(products);
        Collections.shuffle(order, new Random(seed));
        return order.stream().map(product -> outbound(product, store, "1")).toList();
    }
}
