package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.LotQuantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What should lie where, added up from the answers alone. */
class StockModel {

    private final Map<Spot, BigDecimal> onHand = new ConcurrentHashMap<>();
    private final AtomicLong movements = new AtomicLong();

    record Spot(UUID lot, UUID location) {}

    void moved(MovementView answer) {
        moved(answer.lots(), answer.fromLocationId(), answer.toLocationId());
    }

    void moved(List<LotQuantity> lots, @Nullable UUID from, @Nullable UUID to) {
        movements.incrementAndGet();
        for (var part : lots) {
            if (from != null) {
                onHand.merge(new Spot(part.lotId(), from), part.quantity().negate(), BigDecimal::add);
            }
            if (to != null) {
                onHand.merge(new Spot(part.lotId(), to), part.quantity(), BigDecimal::add);
            }
        }
    }

    BigDecimal at(UUID lot, UUID location) {
        return onHand.getOrDefault(new Spot(lot, location), BigDecimal.ZERO);
    }

    long movements() {
        return movements.get();
    }

    /** Where something lies, and how much. */
    Map<Spot, BigDecimal> lying() {
        return onHand.entrySet().stream()
                .filter(spot -> spot.getValue().signum() != 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, spot -> spot.getValue().setScale(3)));
    }
}
