package com.promode.aurora.analytics.stock;

import static java.time.ZoneOffset.UTC;

import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import com.promode.aurora.starter.bulk.Insert;
import com.promode.aurora.starter.bulk.Writes;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.JdbcOperations;

/** What the movements of one transaction come to: many of them are of few products, each of which is written once. */
class StockSums {

    private static final Insert STAND = Insert.into(
                    "products",
                    "id uuid",
                    "stock_version bigint",
                    "on_hand numeric",
                    "average_cost numeric",
                    "as_of timestamptz")
            .onConflict("""
                    (tenant_id, id) DO UPDATE
                    SET stock_version = excluded.stock_version, on_hand = excluded.on_hand,
                        average_cost = excluded.average_cost, as_of = greatest(products.as_of, excluded.as_of)
                    WHERE excluded.stock_version > products.stock_version""");

    private static final Insert CHANGE = Insert.into(
                    "daily_stock",
                    "day date",
                    "product_id uuid",
                    "quantity_in numeric",
                    "quantity_out numeric",
                    "revenue numeric",
                    "cost numeric",
                    "waste_quantity numeric",
                    "waste_cost numeric",
                    "movements bigint")
            .onConflict("""
                    (tenant_id, day, product_id) DO UPDATE
                    SET quantity_in = daily_stock.quantity_in + excluded.quantity_in,
                        quantity_out = daily_stock.quantity_out + excluded.quantity_out,
                        revenue = daily_stock.revenue + excluded.revenue,
                        cost = daily_stock.cost + excluded.cost,
                        waste_quantity = daily_stock.waste_quantity + excluded.waste_quantity,
                        waste_cost = daily_stock.waste_cost + excluded.waste_cost,
                        movements = daily_stock.movements + excluded.movements""");

    private static final BinaryOperator<StockMoved> LATER =
            BinaryOperator.maxBy(Comparator.comparing(StockMoved::version));

    private final Map<UUID, StockMoved> last = new LinkedHashMap<>();
    private final Map<Key, DayChange> changes = new LinkedHashMap<>();

    private record Key(LocalDate day, UUID productId) {}

    /** Where the product stands after the movement, unless a later one tells. */
    void stand(StockMoved moved) {
        last.merge(moved.productId(), moved, LATER);
    }

    void add(DayChange change) {
        changes.merge(new Key(change.day(), change.productId()), change, DayChange::plus);
    }

    void write(JdbcOperations jdbc) {
        var writes = new Writes();
        last.values()
                .forEach(moved -> writes.add(
                        STAND,
                        moved.productId(),
                        moved.version(),
                        moved.onHand(),
                        moved.averageCost(),
                        moved.recordedAt().atOffset(UTC)));
        changes.values()
                .forEach(change -> writes.add(
                        CHANGE,
                        change.day(),
                        change.productId(),
                        change.quantityIn(),
                        change.quantityOut(),
                        change.revenue(),
                        change.cost(),
                        change.wasteQuantity(),
                        change.wasteCost(),
                        change.movements()));
        writes.run(jdbc);
    }
}
