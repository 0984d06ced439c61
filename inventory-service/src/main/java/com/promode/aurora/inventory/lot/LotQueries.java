package com.promode.aurora.inventory.lot;

import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.ListQuery.Sort;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
public class LotQueries {

    private static final String EXPIRY = "expiryDate";

    // sums in the select, not in a join: PostgreSQL makes them for the rows of the page alone
    private static final Listing<LotView> LOTS = Listing.of(LotView.class, """
                    l.*, l.expiry_date < :today AS expired,
                    (SELECT coalesce(sum(b.on_hand), 0.000) FROM balances b WHERE b.lot_id = l.id) AS on_hand,
                    (SELECT coalesce(sum(b.reserved), 0.000) FROM balances b WHERE b.lot_id = l.id) AS reserved""", "lots l")
            .field("receivedAt", "l.received_at", Instant.class)
            .field("productId", "l.product_id", UUID.class)
            .field("receiptId", "l.receipt_id", UUID.class)
            .field("supplierId", "l.supplier_id", UUID.class)
            .field("batchNumber", "l.batch_number", String.class)
            .field(EXPIRY, "l.expiry_date", LocalDate.class)
            .field("state", "l.state", LotState.class)
            .order("-receivedAt")
            .key("l.id")
            .mappedBy((row, number) -> view(row))
            .build();

    private final Lists lists;
    private final BusinessTime businessTime;
    private final JdbcClient jdbc;

    LotQueries(Lists lists, BusinessTime businessTime, JdbcClient jdbc) {
        this.lists = lists;
        this.businessTime = businessTime;
        this.jdbc = jdbc;
    }

    /** By when they were received, going on by the cursor, or by when they expire, in numbered pages. */
    Page<LotView> find(ListQuery query) {
        var sorted = query.sort().stream().findFirst().map(Sort::field);
        return sorted.equals(Optional.of(EXPIRY))
                ? lists.page(LOTS, query, today())
                : lists.keyset(LOTS, query, today());
    }

    /**
     * The lot.
     *
     * @throws BusinessException 404
     */
    public LotView get(UUID id) {
        return lists.one(LOTS, id, today()).orElseThrow(() -> BusinessException.notFound("lot", id));
    }

    /** The lot, and all lots as which goods of it have come back. */
    public List<UUID> withReturns(UUID id) {
        return jdbc.sql("""
                WITH RECURSIVE family AS (
                    SELECT id FROM lots WHERE id = :lot
                    UNION
                    SELECT child.id FROM lots child JOIN family ON child.returned_from = family.id)
                SELECT id FROM family ORDER BY id
                """)
                .param("lot", id)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private Map<String, LocalDate> today() {
        return Map.of("today", businessTime.today());
    }

    private static LotView view(ResultSet row) throws SQLException {
        var state = LotState.of(row.getString("state"));
        var onHand = row.getBigDecimal("on_hand");
        return new LotView(
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getObject("receipt_id", UUID.class),
                row.getObject("supplier_id", UUID.class),
                row.getString("batch_number"),
                row.getObject("harvested_on", LocalDate.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("expiry_date", LocalDate.class),
                row.getBigDecimal("unit_cost"),
                row.getBigDecimal("quantity"),
                onHand,
                row.getBigDecimal("reserved"),
                row.getBigDecimal("temperature"),
                state,
                LotStatus.of(state, onHand, row.getBoolean("expired")),
                row.getString("hold_reason"),
                row.getObject("returned_from", UUID.class));
    }
}
