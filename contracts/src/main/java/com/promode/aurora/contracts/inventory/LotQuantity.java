package com.promode.aurora.contracts.inventory;

import java.math.BigDecimal;
import java.util.UUID;

/** A part of a movement that came from one lot, in the unit of the product. */
public record LotQuantity(UUID lotId, BigDecimal quantity) {}
