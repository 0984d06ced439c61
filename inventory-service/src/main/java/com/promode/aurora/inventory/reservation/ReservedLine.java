package com.promode.aurora.inventory.reservation;

import com.promode.aurora.contracts.inventory.LotQuantity;
import com.promode.aurora.contracts.inventory.ReservationEvent.Reserved;
import com.promode.aurora.contracts.logistics.OrderEvent;
import com.promode.aurora.inventory.stock.Allocation;
import com.promode.aurora.inventory.stock.OrderStock.Wanted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One product of an order with what is set aside for it.
 *
 * @param quantity that was ordered
 * @param parts first expired first
 */
record ReservedLine(
        UUID lineId,
        UUID productId,
        BigDecimal quantity,
        BigDecimal unitPrice,
        @Nullable UUID locationId,
        List<Allocation> parts) {

    static ReservedLine of(OrderEvent.Line line) {
        return new ReservedLine(
                line.lineId(), line.productId(), line.quantity(), line.unitPrice(), line.locationId(), List.of());
    }

    ReservedLine with(List<Allocation> others) {
        return new ReservedLine(lineId, productId, quantity, unitPrice, locationId, others);
    }

    Wanted wanted() {
        return new Wanted(productId, quantity, locationId);
    }

    Wanted wanted(BigDecimal more) {
        return new Wanted(productId, more, locationId);
    }

    BigDecimal reserved() {
        return parts.stream().map(Allocation::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is too much when only so much is needed: of the goods that stay good longest. */
    List<Allocation> beyond(BigDecimal needed) {
        var surplus = new ArrayList<Allocation>();
        var left = reserved().subtract(needed);
        for (var part : parts.reversed()) {
            if (left.signum() > 0) {
                var less = part.quantity().min(left);
                surplus.add(new Allocation(part.lotId(), part.locationId(), less));
                left = left.subtract(less);
            }
        }
        return surplus;
    }

    /** What remains of the parts without these. */
    List<Allocation> without(List<Allocation> gone) {
        return parts.stream()
                .map(part -> gone.stream()
                        .filter(less -> less.lotId().equals(part.lotId())
                                && less.locationId().equals(part.locationId()))
                        .findFirst()
                        .map(less -> new Allocation(
                                part.lotId(), part.locationId(), part.quantity().subtract(less.quantity())))
                        .orElse(part))
                .filter(part -> part.quantity().signum() > 0)
                .toList();
    }

    /** The parts and these, those of one lot at one place together. */
    List<Allocation> and(List<Allocation> more) {
        var all = new ArrayList<>(without(List.of()));
        for (var part : more) {
            var same = all.stream()
                    .filter(known -> known.lotId().equals(part.lotId())
                            && known.locationId().equals(part.locationId()))
                    .findFirst();
            same.ifPresent(all::remove);
            all.add(new Allocation(
                    part.lotId(),
                    part.locationId(),
                    same.map(Allocation::quantity).orElse(BigDecimal.ZERO).add(part.quantity())));
        }
        return all;
    }

    Reserved told() {
        return new Reserved(
                lineId,
                productId,
                reserved(),
                parts.stream()
                        .map(part -> new LotQuantity(part.lotId(), part.quantity()))
                        .toList());
    }
}
