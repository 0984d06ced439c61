package com.promode.aurora.auth.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

record GiveRoles(@NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 50) String> roles) {}
