package com.promode.aurora.auth.password;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** {@code otp} is the code of the second factor, where there is one. */
record ChangePassword(
        @NotBlank @Size(max = 255) @Pattern(regexp = PRINTABLE, message = "holds control characters")
        String email,

        @NotBlank @Size(max = 255) @Pattern(regexp = PRINTABLE, message = "holds control characters")
        String currentPassword,

        @NotBlank @Size(max = 255) @Pattern(regexp = PRINTABLE, message = "holds control characters")
        String newPassword,

        @Size(max = 32) @Pattern(regexp = PRINTABLE, message = "holds control characters") @Nullable
        String otp) {

    static final String PRINTABLE = "\\P{Cntrl}*";

    /** No password in logs. */
    @Override
    public String toString() {
        return "ChangePassword[" + email + "]";
    }
}
