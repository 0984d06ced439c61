package com.promode.aurora.auth.factor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The first code of the app; with address and password of who has no token yet. */
record ConfirmTotp(
        @NotBlank @Size(max = 32) @Pattern(regexp = EnrolTotp.PRINTABLE, message = "holds control characters")
        String code,

        @Size(max = 255) @Pattern(regexp = EnrolTotp.PRINTABLE, message = "holds control characters") @Nullable
        String email,

        @Size(max = 255) @Pattern(regexp = EnrolTotp.PRINTABLE, message = "holds control characters") @Nullable
        String password) {

    /** No password in logs. */
    @Override
    public String toString() {
        return "ConfirmTotp[" + email + "]";
    }
}
