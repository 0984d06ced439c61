package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.LotQuantity;
import java.math.BigDecimal;
import java.util.UUID;

/** A part of what lies of a lot at a location. */
public record Allocation(UUID lotId, UUID locationId, BigDecimal quantity) {

    LotQuantity lot() {
        return new LotQuantity(lotId, quantity);
    }
}
