package com.promode.aurora.inventory.stock;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record ReverseMovement(@NotBlank @Size(max = 500) String reason) {}
