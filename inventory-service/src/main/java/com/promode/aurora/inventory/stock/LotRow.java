package com.promode.aurora.inventory.stock;

import com.promode.aurora.inventory.lot.LotState;
import com.promode.aurora.inventory.stock.LotBalance.Lot;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A lot as it is read, and how much of it lies at a location. */
record LotRow(UUID productId, Lot lot, UUID locationId, BigDecimal onHand, BigDecimal reserved) {

    private static final UUID NOWHERE = new UUID(0, 0);

    static LotRow balance(ResultSet row) throws SQLException {
        return new LotRow(
                row.getObject("product_id", UUID.class),
                readLot(row),
                row.getObject("location_id", UUID.class),
                row.getBigDecimal("on_hand"),
                row.getBigDecimal("reserved"));
    }

    static LotRow lot(ResultSet row) throws SQLException {
        return new LotRow(
                row.getObject("product_id", UUID.class), readLot(row), NOWHERE, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static Lot readLot(ResultSet row) throws SQLException {
        return new Lot(
                row.getObject("id", UUID.class),
                LotState.of(row.getString("state")),
                row.getObject("expiry_date", LocalDate.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBigDecimal("unit_cost"));
    }

    LotBalance toBalance() {
        return new LotBalance(lot, locationId, onHand, reserved);
    }
}
