package com.promode.aurora.analytics.stock;

import static java.time.ZoneOffset.UTC;

import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import com.promode.aurora.contracts.inventory.StockEvent.WasteRecorded;
import com.promode.aurora.starter.business.BusinessTime;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds what happened to the sums of its business day, however late it is told. */
@Service
@Transactional
class StockFacts {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    StockFacts(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    void apply(StockMoved moved) {
        stand(moved);
        DayChange.of(moved, time.date(moved.occurredAt())).ifPresent(this::add);
        if (moved.movementType() == MovementType.WASTE && moved.reversalOf() != null) {
            takeBackWaste(moved, moved.reversalOf());
        }
    }

    void apply(WasteRecorded waste) {
        jdbc.sql("INSERT INTO waste_reasons (movement_id, reason) VALUES (:movement, :reason) ON CONFLICT DO NOTHING")
                .param("movement", waste.movementId())
                .param("reason", waste.reason())
                .update();
        jdbc.sql("""
                        INSERT INTO daily_waste AS sums (day, product_id, reason, quantity, cost)
                        VALUES (:day, :product, :reason, :quantity, :cost)
                        ON CONFLICT (tenant_id, day, product_id, reason) DO UPDATE
                        SET quantity = sums.quantity + excluded.quantity, cost = sums.cost + excluded.cost
                        """)
                .param("day", time.date(waste.occurredAt()))
                .param("product", waste.productId())
                .param("reason", waste.reason())
                .param("quantity", waste.quantity())
                .param("cost", waste.cost())
                .update();
        heard(waste.productId(), waste.recordedAt());
    }

    /** Where the product stands after the movement, unless a later one has told already. */
    private void stand(StockMoved moved) {
        jdbc.sql("""
                        INSERT INTO products AS known (id, stock_version, on_hand, average_cost, as_of)
                        VALUES (:product, :version, :onHand, :averageCost, :recordedAt)
                        ON CONFLICT (tenant_id, id) DO UPDATE
                        SET stock_version = excluded.stock_version, on_hand = excluded.on_hand,
                            average_cost = excluded.average_cost, as_of = greatest(known.as_of, excluded.as_of)
                        WHERE excluded.stock_version > known.stock_version
                        """)
                .param("product", moved.productId())
                .param("version", moved.version())
                .param("onHand", moved.onHand())
                .param("averageCost", moved.averageCost())
                .param("recordedAt", moved.recordedAt().atOffset(UTC))
                .update();
    }

    private void add(DayChange change) {
        jdbc.sql("""
                        INSERT INTO daily_stock AS sums (day, product_id, quantity_in, quantity_out, revenue, cost,
                            waste_quantity, waste_cost, movements)
                        VALUES (:day, :productId, :quantityIn, :quantityOut, :revenue, :cost,
                            :wasteQuantity, :wasteCost, :movements)
                        ON CONFLICT (tenant_id, day, product_id) DO UPDATE
                        SET quantity_in = sums.quantity_in + excluded.quantity_in,
                            quantity_out = sums.quantity_out + excluded.quantity_out,
                            revenue = sums.revenue + excluded.revenue,
                            cost = sums.cost + excluded.cost,
                            waste_quantity = sums.waste_quantity + excluded.waste_quantity,
                            waste_cost = sums.waste_cost + excluded.waste_cost,
                            movements = sums.movements + excluded.movements
                        """).paramSource(change).update();
    }

    /** The reversal knows the movement, not the reason; nothing is taken back of waste that was never told. */
    private void takeBackWaste(StockMoved reversal, UUID movement) {
        jdbc.sql("""
                        INSERT INTO daily_waste AS sums (day, product_id, reason, quantity, cost)
                        SELECT :day, :product, reason, :quantity, :cost FROM waste_reasons WHERE movement_id = :movement
                        ON CONFLICT (tenant_id, day, product_id, reason) DO UPDATE
                        SET quantity = sums.quantity + excluded.quantity, cost = sums.cost + excluded.cost
                        """)
                .param("day", time.date(reversal.occurredAt()))
                .param("product", reversal.productId())
                .param("quantity", reversal.quantity().negate())
                .param("cost", reversal.cost().negate())
                .param("movement", movement)
                .update();
    }

    private void heard(UUID product, Instant recordedAt) {
        jdbc.sql("UPDATE products SET as_of = greatest(as_of, :recordedAt) WHERE id = :product")
                .param("recordedAt", recordedAt.atOffset(UTC))
                .param("product", product)
                .update();
    }
}
