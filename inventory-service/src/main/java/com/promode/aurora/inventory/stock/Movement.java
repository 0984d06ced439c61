package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.LotQuantity;
import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.starter.id.Ids;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: one command moved one product, from however many lots.
 *
 * @param from where goods were; a storage location is named by the command
 * @param to where they went
 * @param reversalOf the movement that this one takes back
 * @param cost {@code quantity * unitCost}, rounded once
 * @param revenue {@code quantity * unitPrice}, rounded once; zero without a price
 * @param skipped lots that FEFO passed over, and why
 */
record Movement(
        UUID id,
        MoveStock command,
        Origin origin,
        Place from,
        Place to,
        @Nullable UUID reversalOf,
        BigDecimal unitCost,
        BigDecimal cost,
        BigDecimal revenue,
        List<LotQuantity> lots,
        List<SkippedLot> skipped) {

    /** When it took place, when we learnt of it, and from whom; nobody stands for the system itself. */
    record Origin(
            Instant occurredAt,
            Instant recordedAt,
            @Nullable UUID userId) {}

    /** A lot that could not be given. */
    public record SkippedLot(UUID lotId, String reason) {}

    /** A movement that carries a command out, from and to the places that its type says. */
    static Movement of(MoveStock command, Origin origin, BigDecimal unitCost, StockBalances.Taken taken) {
        return of(command, origin, Place.from(command), Place.to(command), unitCost, taken);
    }

    /** A movement between these places. */
    static Movement of(
            MoveStock command, Origin origin, Place from, Place to, BigDecimal unitCost, StockBalances.Taken taken) {
        return new Movement(
                Ids.next(),
                command,
                origin,
                from,
                to,
                null,
                unitCost,
                money(command.quantity(), unitCost),
                money(command.quantity(), command.unitPrice()),
                taken.lots(),
                taken.skipped());
    }

    /** The movement that takes this one back: the same goods, the other way, at what they were worth then. */
    Movement reversed(@Nullable String reason, Origin now) {
        return new Movement(
                Ids.next(), command.reversed(reason), now, to, from, id, unitCost, cost, revenue, lots, List.of());
    }

    private static BigDecimal money(BigDecimal quantity, @Nullable BigDecimal price) {
        return price == null
                ? BigDecimal.ZERO.setScale(2)
                : quantity.multiply(price).setScale(2, RoundingMode.HALF_UP);
    }

    MovementType type() {
        return command.movementType();
    }

    BigDecimal quantity() {
        return command.quantity();
    }

    /** By how much it changes what lies at all storage locations together. */
    BigDecimal change() {
        var put = to == Place.LOCATION ? quantity() : BigDecimal.ZERO;
        return from == Place.LOCATION ? put.subtract(quantity()) : put;
    }
}
