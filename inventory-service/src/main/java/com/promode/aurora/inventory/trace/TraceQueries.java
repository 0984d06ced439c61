package com.promode.aurora.inventory.trace;

import com.promode.aurora.inventory.lot.LotQueries;
import com.promode.aurora.inventory.quarantine.LotHistory;
import com.promode.aurora.inventory.reservation.OrdersOfLots;
import com.promode.aurora.inventory.trace.TraceView.Lying;
import com.promode.aurora.inventory.trace.TraceView.Receipt;
import com.promode.aurora.inventory.trace.TraceView.Returned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** All of it as of one moment. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class TraceQueries {

    /** Of each list. */
    static final int LIMIT = 200;

    private static final String RECEIPT =
            "SELECT id, purchase_order_id, received_at, location_id, received_by FROM receipts WHERE id = :id";

    private static final String LOCATIONS = """
            SELECT b.location_id, o.name, b.on_hand, b.reserved FROM balances b JOIN locations o ON o.id = b.location_id
            WHERE b.lot_id = :id ORDER BY b.on_hand DESC, b.location_id LIMIT :limit
            """;

    private static final String RETURNS = """
            SELECT id, batch_number, received_at FROM lots
            WHERE returned_from = :id ORDER BY received_at DESC, id LIMIT :limit
            """;

    private record CameBack(UUID id, String batchNumber, Instant receivedAt) {}

    private final JdbcClient jdbc;
    private final LotQueries lots;
    private final LotLedger ledger;
    private final LotHistory history;
    private final OrdersOfLots orders;

    TraceQueries(JdbcClient jdbc, LotQueries lots, LotLedger ledger, LotHistory history, OrdersOfLots orders) {
        this.jdbc = jdbc;
        this.lots = lots;
        this.ledger = ledger;
        this.history = history;
        this.orders = orders;
    }

    TraceView get(UUID id) {
        var lot = lots.get(id);
        var receipt = receipt(lot.receiptId());
        var truncated = new ArrayList<String>();
        return new TraceView(
                lot,
                lot.supplierId(),
                receipt.map(Receipt::purchaseOrderId).orElse(null),
                receipt.orElse(null),
                cut("locations", list(LOCATIONS, Lying.class, id), truncated),
                cut("splits", ledger.splits(id, LIMIT + 1), truncated),
                cut("returns", returns(id), truncated),
                lot.returnedFrom(),
                cut("orders", orders.of(id, LIMIT + 1), truncated),
                cut("sales", ledger.sales(id, LIMIT + 1), truncated),
                cut("movements", ledger.movements(id, LIMIT + 1), truncated),
                cut("history", history.of(id, LIMIT + 1), truncated),
                ledger.totals(List.of(id)).getOrDefault(id, LotTotals.NONE),
                truncated);
    }

    private Optional<Receipt> receipt(UUID id) {
        return jdbc.sql(RECEIPT).param("id", id).query(Receipt.class).optional();
    }

    private List<Returned> returns(UUID id) {
        var came = list(RETURNS, CameBack.class, id);
        var totals = ledger.totals(came.stream().map(CameBack::id).toList());
        return came.stream()
                .map(lot -> new Returned(
                        lot.id(), lot.batchNumber(), lot.receivedAt(), totals.getOrDefault(lot.id(), LotTotals.NONE)))
                .toList();
    }

    private <T> List<T> list(String sql, Class<T> type, UUID id) {
        return jdbc.sql(sql).param("id", id).param("limit", LIMIT + 1).query(type).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The first of the rows; says so where there are more. */
    private static <T> List<T> cut(String name, List<T> rows, List<String> truncated) {
        if (rows.size() <= LIMIT) {
            return rows;
        }
        truncated.add(name);
        return rows.subList(0, LIMIT);
    }
}
