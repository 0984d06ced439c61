package com.promode.aurora.inventory.quarantine;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record GiveReason(@NotBlank @Size(max = 500) String reason) {}
