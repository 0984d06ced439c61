package com.promode.aurora.analytics;

import static java.math.RoundingMode.HALF_UP;

import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.contracts.inventory.ProductEvent.CategoryChanged;
import com.promode.aurora.contracts.inventory.ProductEvent.ProductChanged;
import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import com.promode.aurora.contracts.inventory.StockEvent.WasteRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of one product as inventory would tell them; each movement is the next version of its stock. */
public final class Moves {

    public static final Instant RECORDED = Instant.parse("2026-11-20T04:00:00Z");

    private final UUID product = UUID.randomUUID();
    private final BigDecimal unitCost;
    private BigDecimal onHand = BigDecimal.ZERO;
    private long version;

    public Moves(String unitCost) {
        this.unitCost = new BigDecimal(unitCost);
    }

    public UUID product() {
        return product;
    }

    public StockMoved in(String quantity, String at) {
        return move(MovementType.INBOUND, quantity, at, null, null);
    }

    public StockMoved out(String quantity, String price, String at) {
        return move(MovementType.OUTBOUND, quantity, at, price, null);
    }

    public StockMoved move(MovementType type, String quantity, String at) {
        return move(type, quantity, at, null, null);
    }

    /** Takes a movement back, on a day of its own. */
    public StockMoved reverse(StockMoved moved, String at) {
        var price = moved.unitPrice() == null ? null : moved.unitPrice().toString();
        return move(moved.movementType(), moved.quantity().toString(), at, price, moved.movementId());
    }

    public WasteRecorded waste(StockMoved moved, String reason) {
        return new WasteRecorded(
                UUID.randomUUID(),
                moved.recordedAt(),
                UUID.randomUUID(),
                moved.movementId(),
                product,
                moved.occurredAt(),
                moved.quantity(),
                moved.cost(),
                reason,
                "compost");
    }

    public ProductChanged named(String code, String name, @Nullable UUID category, long productVersion) {
        return new ProductChanged(
                UUID.randomUUID(),
                RECORDED,
                product,
                productVersion,
                code,
                name,
                category,
                "kg",
                unitCost,
                null,
                BigDecimal.ONE,
                "active",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static CategoryChanged category(UUID id, String name, long version) {
        return new CategoryChanged(UUID.randomUUID(), RECORDED, id, version, name, null);
    }

    private StockMoved move(
            MovementType type, String quantity, String at, @Nullable String price, @Nullable UUID reversalOf) {
        var amount = new BigDecimal(quantity);
        var inwards = type == MovementType.INBOUND || type == MovementType.ADJUSTMENT;
        if (type != MovementType.TRANSFER) {
            onHand = onHand.add(inwards == (reversalOf == null) ? amount : amount.negate());
        }
        version++;
        return new StockMoved(
                UUID.randomUUID(),
                RECORDED.plusSeconds(version),
                UUID.randomUUID(),
                product,
                version,
                type,
                Instant.parse(at),
                amount,
                null,
                null,
                price == null ? null : new BigDecimal(price),
                unitCost,
                price == null
                        ? BigDecimal.ZERO
                        : amount.multiply(new BigDecimal(price)).setScale(2, HALF_UP),
                amount.multiply(unitCost).setScale(2, HALF_UP),
                onHand,
                unitCost,
                List.of(),
                reversalOf);
    }
}
