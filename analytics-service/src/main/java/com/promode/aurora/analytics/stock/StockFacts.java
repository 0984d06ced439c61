package com.promode.aurora.analytics.stock;

import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import com.promode.aurora.contracts.inventory.StockEvent.WasteRecorded;
import com.promode.aurora.starter.business.BusinessTime;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Adds what happened to the sums of its business day, however late it is told. */
@Service
@Transactional
class StockFacts {

    private final JdbcClient jdbc;
    private final JdbcOperations rows;
    private final BusinessTime time;

    StockFacts(JdbcClient jdbc, JdbcOperations rows, BusinessTime time) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.time = time;
    }

    void apply(StockMoved moved) {
        var sums = sums();
        sums.stand(moved);
        DayChange.of(moved, time.date(moved.occurredAt())).ifPresent(sums::add);
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

    /** Of the current transaction, which writes them when it commits. */
    private StockSums sums() {
        if (TransactionSynchronizationManager.getResource(this) instanceof StockSums sums) {
            return sums;
        }
        var sums = new StockSums();
        TransactionSynchronizationManager.bindResource(this, sums);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                sums.write(rows);
            }

            @Override
            public void beforeCompletion() {
                TransactionSynchronizationManager.unbindResource(StockFacts.this);
            }
        });
        return sums;
    }
}
