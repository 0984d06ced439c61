package com.promode.aurora.auth.account;

import com.promode.aurora.auth.user.UserStatus;
import jakarta.validation.constraints.NotNull;

record ChangeStatus(@NotNull UserStatus status) {}
