package com.promode.aurora.inventory.stock;

import com.promode.aurora.inventory.lot.LotState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of one lot lies at one location. */
class LotBalance {

    /** First expired, first out; goods that do not expire leave in the order in which they came. */
    static final Comparator<LotBalance> FEFO = Comparator.comparing((LotBalance balance) ->
                    Optional.ofNullable(balance.lot.expiryDate()).orElse(LocalDate.MAX))
            .thenComparing(balance -> balance.lot.receivedAt())
            .thenComparing(balance -> balance.lot.id());

    private final Lot lot;
    private final UUID locationId;
    private BigDecimal onHand;
    private BigDecimal reserved;
    private boolean changed;

    /** What the ledger needs to know of a lot. */
    record Lot(UUID id, LotState state, @Nullable LocalDate expiryDate, Instant receivedAt, BigDecimal unitCost) {}

    LotBalance(Lot lot, UUID locationId, BigDecimal onHand, BigDecimal reserved) {
        this.lot = lot;
        this.locationId = locationId;
        this.onHand = onHand;
        this.reserved = reserved;
    }

    /** What a customer may be given on this day. */
    BigDecimal available(LocalDate day) {
        return whyNotAvailable(day).isPresent() ? BigDecimal.ZERO : free();
    }

    /** Why nothing of this lot may be given to a customer; the day of expiry is a good day still. */
    Optional<String> whyNotAvailable(LocalDate day) {
        if (lot.state() != LotState.AVAILABLE) {
            return Optional.of(lot.state() == LotState.HOLD ? "held" : "recalled");
        }
        if (lot.expiryDate() != null && lot.expiryDate().isBefore(day)) {
            return Optional.of("expired");
        }
        return free().signum() == 0 ? Optional.of("reserved") : Optional.empty();
    }

    /** On hand that nobody has reserved, held and expired goods included. */
    BigDecimal free() {
        return onHand.subtract(reserved);
    }

    void take(BigDecimal quantity) {
        onHand = onHand.subtract(quantity);
        changed = true;
    }

    void put(BigDecimal quantity) {
        onHand = onHand.add(quantity);
        changed = true;
    }

    /** Sets a part aside for somebody. */
    void reserve(BigDecimal quantity) {
        reserved = reserved.add(quantity);
        changed = true;
    }

    void release(BigDecimal quantity) {
        reserved = reserved.subtract(quantity);
        changed = true;
    }

    /** Some of it, for others to name. */
    Allocation part(BigDecimal quantity) {
        return new Allocation(lot.id(), locationId, quantity);
    }

    Lot lot() {
        return lot;
    }

    UUID locationId() {
        return locationId;
    }

    BigDecimal onHand() {
        return onHand;
    }

    BigDecimal reserved() {
        return reserved;
    }

    boolean isChanged() {
        return changed;
    }
}
