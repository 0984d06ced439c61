package com.promode.aurora.auth.account;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What anybody may change of himself. */
record ChangeProfile(
        @NotNull @PersonName String firstName,
        @NotNull @PersonName String lastName,
        @Nullable @Phone String phone,
        @Nullable @Picture String avatarUrl) {

    ChangeUser asChange() {
        return new ChangeUser(null, firstName, lastName, phone, avatarUrl);
    }
}
