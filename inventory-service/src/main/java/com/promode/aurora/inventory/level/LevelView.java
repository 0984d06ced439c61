package com.promode.aurora.inventory.level;

import java.math.BigDecimal;
import java.util.UUID;

/** What of a lot lies at a location: {@code available = onHand - reserved - held - expired}. */
record LevelView(
        UUID productId,
        UUID locationId,
        UUID lotId,
        BigDecimal onHand,
        BigDecimal reserved,
        BigDecimal held,
        BigDecimal expired,
        BigDecimal available) {}
