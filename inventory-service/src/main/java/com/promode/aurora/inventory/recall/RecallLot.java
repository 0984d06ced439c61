package com.promode.aurora.inventory.recall;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record RecallLot(@NotBlank @Size(max = 500) String reason) {}
