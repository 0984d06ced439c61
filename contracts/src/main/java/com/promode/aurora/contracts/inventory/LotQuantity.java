package com.promode.aurora.contracts.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.UUID;

/** A part of a movement that came from one lot, in the unit of the product. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LotQuantity(UUID lotId, BigDecimal quantity) {}
