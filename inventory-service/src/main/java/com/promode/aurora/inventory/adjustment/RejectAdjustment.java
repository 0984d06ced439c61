package com.promode.aurora.inventory.adjustment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record RejectAdjustment(@NotBlank @Size(max = 500) String reason) {}
