package com.promode.aurora.auth.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A user as an administrator rewrites him.
 *
 * @param email what he signs in with from now on; unchanged when absent
 */
record ChangeUser(
        @Nullable @Email @Size(min = 1, max = 255) String email,
        @NotNull @PersonName String firstName,
        @NotNull @PersonName String lastName,
        @Nullable @Phone String phone,
        @Nullable @Picture String avatarUrl) {}
