package com.promode.aurora.inventory.stock;

import com.promode.aurora.inventory.stock.LotBalance.Lot;
import com.promode.aurora.inventory.stock.ProductStock.StockedProduct;
import com.promode.aurora.inventory.unit.Unit;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** The stock of a product as it is read, without its balances. */
class StockRow {

    private final StockedProduct product;
    private final BigDecimal onHand;
    private final BigDecimal averageCost;
    private final boolean low;
    private final long version;

    StockRow(ResultSet row) throws SQLException {
        var unit = row.getString("unit");
        product = new StockedProduct(
                row.getObject("product_id", UUID.class),
                row.getString("product_code"),
                unit,
                Unit.of(unit).isWhole(),
                row.getBigDecimal("reorder_point"),
                row.getBigDecimal("storage_temperature_min"),
                row.getBigDecimal("storage_temperature_max"));
        onHand = row.getBigDecimal("on_hand");
        averageCost = row.getBigDecimal("average_cost");
        low = row.getBoolean("low");
        version = row.getLong("version");
    }

    UUID productId() {
        return product.id();
    }

    ProductStock stock(List<LotRow> balances, List<LotRow> named) {
        var lots = new HashMap<UUID, Lot>();
        named.forEach(row -> lots.put(row.lot().id(), row.lot()));
        balances.forEach(row -> lots.put(row.lot().id(), row.lot()));
        var lying = balances.stream().map(LotRow::toBalance).toList();
        return new ProductStock(product, new StockBalances(lying, lots), onHand, averageCost, low, version);
    }
}
