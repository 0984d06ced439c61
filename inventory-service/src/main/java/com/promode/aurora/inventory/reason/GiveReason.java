package com.promode.aurora.inventory.reason;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is held, released, recalled, rejected or taken back. */
public record GiveReason(@NotBlank @Size(max = 500) String reason) {}
