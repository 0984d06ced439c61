package com.promode.aurora.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.inventory.LotQuantity;
import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.inventory.LedgerBook;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.inventory.reason.GiveReason;
import com.promode.aurora.inventory.stock.OrderStock.Sold;
import com.promode.aurora.inventory.stock.OrderStock.Wanted;
import com.promode.aurora.inventory.stock.StockModel.Spot;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random commands, good and bad, from several threads, on products that all fight for and on products that each has for
 * itself. Of the latter a model foretells every answer; of all of them the books must close after each round.
 */
@ServiceTest
@Import({Warehouse.class, LedgerBook.class})
class StockMachineTests {

    private static final int THREADS = 4;
    private static final int ROUNDS = Integer.getInteger("machine.rounds", 10);
    private static final int COMMANDS = 500;
    private static final long SEED = Long.getLong("machine.seed", System.nanoTime());

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private LedgerBook book;

    @Autowired
    private StockService stock;

    @Autowired
    private ApprovalLimit limit;

    @Autowired
    private OrderStock orders;

    @Autowired
    private Tenants tenants;

    @Autowired
    private JdbcClient jdbc;

    private final StockModel model = new StockModel();
    private final List<UUID> locations = new ArrayList<>();

    /** A product with its lots. */
    private record Goods(UUID product, List<UUID> lots, boolean shared) {}

    @Test
    void theBooksCloseWhateverIsAskedOfThem() throws Exception {
        System.out.printf("machine.seed=%d%n", SEED);
        locations.addAll(List.of(warehouse.location(), warehouse.location()));
        var common = IntStream.range(0, 3).mapToObj(i -> goods(true)).toList();
        var players = IntStream.range(0, THREADS)
                .mapToObj(thread -> new Player(new Random(SEED + thread), common, List.of(goods(false), goods(false))))
                .toList();

        for (var round = 0; round < ROUNDS; round++) {
            try (var threads = Executors.newFixedThreadPool(THREADS)) {
                for (Future<?> played : threads.invokeAll(players.stream()
                        .map(player -> Executors.callable(player::play))
                        .toList())) {
                    played.get();
                }
            }
            assertBooksClose(players);
        }

        assertThat(players).allSatisfy(player -> assertThat(player.done).isGreaterThan(ROUNDS * COMMANDS / 10));
        assertThat(players).allSatisfy(player -> assertThat(player.refused).isGreaterThan(ROUNDS * COMMANDS / 20));
    }

    private Goods goods(boolean shared) {
        var product = warehouse.product();
        var lots = IntStream.range(0, 3)
                .mapToObj(i -> warehouse.lot(locations.getFirst(), product, "50", "10"))
                .toList();
        lots.forEach(
                lot -> model.moved(List.of(new LotQuantity(lot, new BigDecimal("50"))), null, locations.getFirst()));
        return new Goods(product, lots, shared);
    }

    private void assertBooksClose(List<Player> players) {
        var products = players.stream()
                .flatMap(player -> player.all.stream())
                .map(Goods::product)
                .distinct()
                .toArray(UUID[]::new);
        assertThat(balances(products)).as("seed %d", SEED).isEqualTo(model.lying());
        assertNone(products, """
                SELECT b.lot_id FROM balances b WHERE b.product_id = ANY(:products) AND b.on_hand <> (
                    SELECT coalesce(sum(CASE WHEN m.to_location_id = b.location_id THEN l.quantity ELSE 0 END)
                                  - sum(CASE WHEN m.from_location_id = b.location_id THEN l.quantity ELSE 0 END), 0)
                    FROM stock_movement_lots l JOIN stock_movements m ON m.id = l.movement_id WHERE l.lot_id = b.lot_id)
                """);
        assertNone(products, """
                SELECT s.product_id FROM product_stock s WHERE s.product_id = ANY(:products) AND s.on_hand <> (
                    SELECT sum(b.on_hand) FROM balances b WHERE b.product_id = s.product_id)
                """);
        assertNone(products, """
                SELECT b.lot_id FROM balances b WHERE b.product_id = ANY(:products) AND (b.on_hand < 0 OR b.reserved < 0
                    OR b.reserved > b.on_hand)
                """);
        assertNone(products, """
                SELECT m.id FROM stock_movements m WHERE m.product_id = ANY(:products) AND m.quantity <> (
                    SELECT sum(l.quantity) FROM stock_movement_lots l WHERE l.movement_id = m.id)
                """);
        var reserved = players.stream()
                .flatMap(player -> player.reserved.stream())
                .flatMap(held -> held.parts().stream())
                .map(Allocation::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(one(products, "SELECT coalesce(sum(reserved), 0) FROM balances WHERE product_id = ANY(:products)"))
                .isEqualByComparingTo(reserved);
        assertThat(one(products, "SELECT count(*) FROM stock_movements WHERE product_id = ANY(:products)"))
                .isEqualByComparingTo(BigDecimal.valueOf(model.movements()));
        assertThat(one(products, "SELECT sum(version) FROM product_stock WHERE product_id = ANY(:products)"))
                .isEqualByComparingTo(BigDecimal.valueOf(model.movements()));
    }

    private Map<Spot, BigDecimal> balances(UUID[] products) {
        var lying = new HashMap<Spot, BigDecimal>();
        book.inTenant(() -> jdbc.sql(
                        "SELECT lot_id, location_id, on_hand FROM balances WHERE product_id = ANY(:products) AND on_hand <> 0")
                .param("products", products)
                .query((row, number) -> lying.put(
                        new Spot(row.getObject("lot_id", UUID.class), row.getObject("location_id", UUID.class)),
                        row.getBigDecimal("on_hand")))
                .list());
        return lying;
    }

    private void assertNone(UUID[] products, String sql) {
        assertThat(book.inTenant(() -> jdbc.sql(sql)
                        .param("products", products)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list()))
                .as("seed %d: %s", SEED, sql)
                .isEmpty();
    }

    private BigDecimal one(UUID[] products, String sql) {
        return book.inTenant(() -> jdbc.sql(sql)
                .param("products", products)
                .query(BigDecimal.class)
                .single());
    }

    /** Something that is set aside. */
    private record Held(Goods goods, List<Allocation> parts) {}

    /** One of those who send commands. */
    private final class Player {

        private final Random random;
        private final List<Goods> all;
        private final List<MovementView> moved = new ArrayList<>();
        private final List<Held> reserved = new ArrayList<>();
        private int done;
        private int refused;

        Player(Random random, List<Goods> common, List<Goods> own) {
            this.random = random;
            this.all = new ArrayList<>(common);
            this.all.addAll(own);
        }

        void play() {
            for (var command = 0; command < COMMANDS; command++) {
                tenants.run(TestTokens.PROMODE, this::step);
            }
        }

        private void step() {
            var goods = pick(all);
            try {
                switch (random.nextInt(12)) {
                    case 0, 1, 2 -> move(goods, MovementType.OUTBOUND);
                    case 3, 4 -> move(goods, MovementType.TRANSFER);
                    case 5 -> move(goods, MovementType.WASTE);
                    case 6, 7 -> move(goods, MovementType.ADJUSTMENT);
                    case 8 -> reverse();
                    case 9, 10 -> reserve(goods);
                    default -> settle();
                }
                done++;
            } catch (BusinessException e) {
                refused++;
            }
        }

        /** Of goods that are his alone, and of which nothing is set aside, he knows the answer before. */
        private void move(Goods goods, MovementType type) {
            var lot = pick(goods.lots());
            var from = pick(locations);
            var quantity = BigDecimal.valueOf(1 + random.nextInt(20_000), 3);
            var more = type == MovementType.ADJUSTMENT && random.nextBoolean();
            var foretold = goods.shared()
                            || reserved.stream().anyMatch(held -> held.goods().equals(goods))
                    ? null
                    : more || model.at(lot, from).compareTo(quantity) >= 0;
            var same = type == MovementType.TRANSFER && random.nextInt(10) == 0;
            var to = type == MovementType.TRANSFER ? same ? from : other(from) : more ? from : null;
            var command = new MoveStock(
                    goods.product(),
                    type,
                    quantity,
                    lot,
                    more ? null : from,
                    to,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "tried",
                    type == MovementType.WASTE ? WasteReason.DAMAGED : null,
                    type == MovementType.WASTE ? DisposalMethod.COMPOST : null,
                    null);
            try {
                var answer = stock.move(List.of(command)).getFirst();
                model.moved(answer);
                moved.add(answer);
                assertThat(foretold == null || foretold && !same)
                        .as("seed %d: %s was let in", SEED, command)
                        .isTrue();
            } catch (BusinessException e) {
                assertThat(foretold == null || !foretold || same)
                        .as("seed %d: %s was refused: %s", SEED, command, e.getMessage())
                        .isTrue();
                throw e;
            }
        }

        private void reverse() {
            if (!moved.isEmpty()) {
                model.moved(
                        stock.reverseWithin(limit.ofOneRequest(), pick(moved).id(), new GiveReason("tried")));
            }
        }

        private void reserve(Goods goods) {
            var wanted = new Wanted(goods.product(), BigDecimal.valueOf(1 + random.nextInt(10_000), 3), null);
            var outcome = book.inTenant(() -> orders.reserve(List.of(wanted), LocalDate.now(Warehouse.INDIA)));
            if (outcome.shortages().isEmpty()) {
                reserved.add(new Held(goods, outcome.parts().getFirst()));
            }
        }

        /** What is set aside is given back, or leaves, and then arrives or comes back. */
        private void settle() {
            if (reserved.isEmpty()) {
                return;
            }
            var held = reserved.remove(random.nextInt(reserved.size()));
            if (random.nextBoolean()) {
                book.inTenant(() -> {
                    orders.release(held.goods().product(), held.parts());
                    return true;
                });
                return;
            }
            var sold = new Sold(UUID.randomUUID(), held.goods().product(), BigDecimal.TEN, held.parts());
            var shipped = book.inTenant(() -> orders.ship(sold, Instant.now()));
            held.parts().stream()
                    .map(Allocation::locationId)
                    .distinct()
                    .forEach(location -> model.moved(
                            held.parts().stream()
                                    .filter(part -> part.locationId().equals(location))
                                    .map(Allocation::lot)
                                    .toList(),
                            location,
                            null));
            if (random.nextBoolean()) {
                book.inTenant(() -> {
                    orders.deliver(shipped, Instant.now());
                    return true;
                });
                shipped.forEach(movement -> model.moved(List.of(), null, null));
            } else {
                shipped.forEach(movement -> {
                    var back = book.inTenant(() -> orders.bringBack(movement, "nobody at home", Instant.now()));
                    model.moved(
                            back.stream().map(Allocation::lot).toList(),
                            null,
                            back.getFirst().locationId());
                    reserved.add(new Held(held.goods(), back));
                });
            }
        }

        private UUID other(UUID location) {
            return locations.stream()
                    .filter(each -> !each.equals(location))
                    .findFirst()
                    .orElseThrow();
        }

        private <T> T pick(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
