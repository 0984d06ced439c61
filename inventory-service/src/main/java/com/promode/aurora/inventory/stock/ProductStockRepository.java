package com.promode.aurora.inventory.stock;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.promode.aurora.starter.bulk.Insert;
import com.promode.aurora.starter.bulk.Writes;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.tenant.Tenants;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.stereotype.Repository;

/** Loads stock under lock, and saves it. Plain SQL: a batch of a thousand movements is a handful of statements. */
@Repository
class ProductStockRepository {

    /**
     * PostgreSQL does not look into a subquery's array when it plans, and so keeps one plan for arrays of any length. With the
     * array itself it would plan anew each time, as it could do better for a short one.
     */
    private static final String ANY = "= ANY((SELECT ?::uuid[])::uuid[])";

    private static final String HOLD =
            "SELECT product_id FROM product_stock WHERE product_id %s ORDER BY product_id FOR NO KEY UPDATE"
                    .formatted(ANY);

    /** Each statement sees what is committed when it begins, so these see what the lock protects. */
    private static final String READ = """
            ;
            SELECT s.product_id, s.on_hand, s.average_cost, s.low, s.version, p.product_code, p.unit, p.reorder_point,
                   p.storage_temperature_min, p.storage_temperature_max
            FROM product_stock s JOIN products p ON p.id = s.product_id
            WHERE s.product_id %1$s;
            SELECT l.id, l.product_id, l.state, l.expiry_date, l.received_at, l.unit_cost,
                   b.location_id, b.on_hand, b.reserved
            FROM balances b JOIN lots l ON l.id = b.lot_id
            WHERE b.product_id %1$s AND NOT b.is_empty;
            SELECT id, product_id, state, expiry_date, received_at, unit_cost FROM lots
            WHERE id %1$s AND product_id %1$s
            """.formatted(ANY);

    private static final Insert STOCK = Insert.into(
                    "product_stock",
                    "product_id uuid",
                    "tenant_id uuid",
                    "on_hand numeric",
                    "average_cost numeric",
                    "low boolean",
                    "version bigint")
            .onConflict("""
                    (product_id) DO UPDATE
                    SET on_hand = excluded.on_hand, average_cost = excluded.average_cost, low = excluded.low,
                        version = excluded.version""");

    private static final Insert BALANCE = Insert.into(
                    "balances",
                    "lot_id uuid",
                    "location_id uuid",
                    "tenant_id uuid",
                    "product_id uuid",
                    "on_hand numeric",
                    "reserved numeric")
            .onConflict("""
                    (lot_id, location_id) DO UPDATE
                    SET on_hand = excluded.on_hand, reserved = excluded.reserved""");

    private final JdbcOperations jdbc;
    private final StockLedger ledger;
    private final Tenants tenants;
    private final Outbox outbox;

    ProductStockRepository(JdbcOperations jdbc, StockLedger ledger, Tenants tenants, Outbox outbox) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.tenants = tenants;
        this.outbox = outbox;
    }

    /** New products have a stock of nothing. */
    void open(List<UUID> products) {
        var tenant = tenants.current();
        jdbc.batchUpdate(
                "INSERT INTO product_stock (product_id, tenant_id) VALUES (?, ?)",
                products.stream().map(id -> new Object[] {id, tenant}).toList());
    }

    /**
     * Locks the stock of these products until the transaction ends, in the order of their ids. Nothing is read with it: what
     * such a statement has read before it had to wait would be old by the time it goes on.
     */
    void hold(Collection<UUID> products) {
        jdbc.query(HOLD, row -> {}, (Object) products.toArray(UUID[]::new));
    }

    /**
     * The stock of these products, locked as {@link #hold} does, and with it the balances, which nobody writes without that
     * lock. Products that do not exist are not in the answer.
     *
     * @param namedLots lots that commands name, which may lie nowhere
     */
    Map<UUID, ProductStock> lock(Collection<UUID> products, Collection<UUID> namedLots) {
        return lock(HOLD, products, namedLots);
    }

    /** The same of those products that nobody else has locked; does not wait, and leaves out the others. */
    Map<UUID, ProductStock> lockFree(Collection<UUID> products, Collection<UUID> namedLots) {
        return lock(HOLD + " SKIP LOCKED", products, namedLots);
    }

    /** One round trip. */
    private Map<UUID, ProductStock> lock(String hold, Collection<UUID> products, Collection<UUID> namedLots) {
        return jdbc.execute(hold + READ, (PreparedStatement statement) -> {
            var ids = statement.getConnection().createArrayOf("uuid", products.toArray());
            var lots = statement.getConnection().createArrayOf("uuid", namedLots.toArray());
            statement.setArray(1, ids);
            statement.setArray(2, ids);
            statement.setArray(3, ids);
            statement.setArray(4, lots);
            statement.setArray(5, ids);
            statement.execute();
            var held = Set.copyOf(rows(statement, (row, number) -> row.getObject(1, UUID.class)));
            var stocks = rows(statement, (row, number) -> new StockRow(row));
            var balances = rows(statement, (row, number) -> LotRow.balance(row)).stream()
                    .collect(groupingBy(LotRow::productId));
            var named =
                    rows(statement, (row, number) -> LotRow.lot(row)).stream().collect(groupingBy(LotRow::productId));
            return stocks.stream()
                    .filter(row -> held.contains(row.productId()))
                    .map(row -> row.stock(
                            balances.getOrDefault(row.productId(), List.of()),
                            named.getOrDefault(row.productId(), List.of())))
                    .collect(toMap(ProductStock::productId, Function.identity()));
        });
    }

    /** Writes back what has changed, with the movements that changed it, and announces what has happened. */
    void save(Collection<ProductStock> stocks, List<Movement> movements) {
        var tenant = tenants.current();
        var writes = new Writes();
        for (var stock : stocks) {
            writes.add(
                    STOCK,
                    stock.productId(),
                    tenant,
                    stock.onHand(),
                    stock.averageCost(),
                    stock.isLow(),
                    stock.version());
            for (var balance : stock.changedBalances()) {
                writes.add(
                        BALANCE,
                        balance.lot().id(),
                        balance.locationId(),
                        tenant,
                        stock.productId(),
                        balance.onHand(),
                        balance.reserved());
            }
        }
        ledger.append(movements, writes);
        writes.run(jdbc);
        stocks.forEach(this::announce);
    }

    /** Announces what has happened to the stock since it was last announced, or locked. */
    void announce(ProductStock stock) {
        stock.takeEvents().forEach(outbox::publish);
    }

    private static <T> List<T> rows(PreparedStatement statement, RowMapper<T> mapper) throws SQLException {
        try (var rows = statement.getResultSet()) {
            return new RowMapperResultSetExtractor<>(mapper).extractData(rows);
        } finally {
            statement.getMoreResults();
        }
    }
}
