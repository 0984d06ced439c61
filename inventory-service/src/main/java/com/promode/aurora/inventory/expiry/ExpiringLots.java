package com.promode.aurora.inventory.expiry;

import com.promode.aurora.contracts.inventory.StockEvent.LotExpiring;
import com.promode.aurora.starter.id.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lots of which something is left that may still be sold for some days, and of which nobody has told. */
@Repository
class ExpiringLots {

    private static final String DUE = """
            l.expiry_told_at IS NULL AND l.state <> 'recalled' AND l.expiry_date BETWEEN :first AND :last
                AND EXISTS (SELECT FROM balances b WHERE b.lot_id = l.id AND NOT b.is_empty)
            """;

    private static final String PRODUCTS =
            "SELECT l.product_id FROM lots l WHERE " + DUE + " ORDER BY l.expiry_date, l.id LIMIT :limit";

    private static final String TELL =
            "WITH due AS (SELECT l.id FROM lots l WHERE l.product_id = ANY(:products) AND " + DUE + """
             ORDER BY l.expiry_date, l.id LIMIT :limit)
            UPDATE lots l SET expiry_told_at = :now FROM due, products p
            WHERE l.id = due.id AND p.id = l.product_id
            RETURNING l.id, l.product_id, p.product_code, l.batch_number, l.expiry_date,
                (SELECT sum(b.on_hand) FROM balances b WHERE b.lot_id = l.id) AS on_hand
            """;

    private final JdbcClient jdbc;

    ExpiringLots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record ExpiringLot(
            UUID id, UUID productId, String productCode, String batchNumber, LocalDate expiryDate, BigDecimal onHand) {

        LotExpiring event(LocalDate today, Instant now) {
            return new LotExpiring(
                    Ids.next(),
                    now,
                    productId,
                    id,
                    productCode,
                    batchNumber,
                    expiryDate,
                    (int) ChronoUnit.DAYS.between(today, expiryDate),
                    onHand);
        }
    }

    /** The products of so many of them. */
    Set<UUID> products(LocalDate first, LocalDate last, int limit) {
        return jdbc.sql(PRODUCTS)
                .param("first", first)
                .param("last", last)
                .param("limit", limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    /** Notes that those of some products, whose stock is held, are told, and gives them: each lot to one caller, once. */
    List<ExpiringLot> tell(Set<UUID> products, LocalDate first, LocalDate last, Instant now, int limit) {
        return jdbc
                .sql(TELL)
                .param("products", products.toArray(UUID[]::new))
                .param("first", first)
                .param("last", last)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(ExpiringLot.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
