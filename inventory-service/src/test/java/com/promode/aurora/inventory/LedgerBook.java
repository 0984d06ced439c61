package com.promode.aurora.inventory;

import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the ledger as an auditor would, past the code that writes it. */
@Component
public class LedgerBook {

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    LedgerBook(JdbcClient jdbc, Tenants tenants, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What of a lot lies at all locations. */
    public BigDecimal balance(UUID lot) {
        return sum("SELECT coalesce(sum(on_hand), 0) FROM balances WHERE lot_id = :lot", lot);
    }

    /** What every place gained of a lot less what every place lost of it; projections do not count. */
    public BigDecimal sumOverAllPlaces(UUID lot) {
        return sum("""
                WITH entries AS (
                    SELECT m.from_place AS place, -l.quantity AS quantity FROM stock_movements m
                    JOIN stock_movement_lots l ON l.movement_id = m.id WHERE l.lot_id = :lot
                    UNION ALL
                    SELECT m.to_place, l.quantity FROM stock_movements m
                    JOIN stock_movement_lots l ON l.movement_id = m.id WHERE l.lot_id = :lot)
                SELECT sum(quantity) FROM entries
                """, lot);
    }

    /** What the ledger says lies at locations. */
    public BigDecimal recount(UUID lot) {
        return sum("""
                SELECT coalesce(sum(CASE WHEN m.to_place = 'location' THEN l.quantity ELSE 0 END)
                              - sum(CASE WHEN m.from_place = 'location' THEN l.quantity ELSE 0 END), 0)
                FROM stock_movements m JOIN stock_movement_lots l ON l.movement_id = m.id WHERE l.lot_id = :lot
                """, lot);
    }

    /** Does something in a transaction of the tests' tenant. */
    public <T> T inTenant(Supplier<T> work) {
        var result = new AtomicReference<T>();
        tenants.run(TestTokens.PROMODE, () -> result.set(transaction.execute(status -> work.get())));
        return Objects.requireNonNull(result.get());
    }

    private BigDecimal sum(String sql, UUID lot) {
        return inTenant(
                () -> jdbc.sql(sql).param("lot", lot).query(BigDecimal.class).single());
    }
}
