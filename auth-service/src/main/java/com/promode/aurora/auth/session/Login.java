package com.promode.aurora.auth.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Signs in; {@code otp} is the code of the second factor, where one is needed. */
public record Login(
        @NotBlank @Size(max = 255) @Pattern(regexp = PRINTABLE, message = "holds control characters")
        String email,

        @NotBlank @Size(max = 255) @Pattern(regexp = PRINTABLE, message = "holds control characters")
        String password,

        @Size(max = 32) @Pattern(regexp = PRINTABLE, message = "holds control characters") @Nullable
        String otp) {

    private static final String PRINTABLE = "\\P{Cntrl}*";

    @Nullable
    String code() {
        return otp == null || otp.isBlank() ? null : otp.strip();
    }

    /** No password in logs. */
    @Override
    public String toString() {
        return "Login[" + email + "]";
    }
}
