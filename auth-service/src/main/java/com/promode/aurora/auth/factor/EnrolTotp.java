package com.promode.aurora.auth.factor;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who has no token yet proves himself by his password. */
record EnrolTotp(
        @Size(max = 255) @Pattern(regexp = PRINTABLE, message = "holds control characters") @Nullable
        String email,

        @Size(max = 255) @Pattern(regexp = PRINTABLE, message = "holds control characters") @Nullable
        String password) {

    static final String PRINTABLE = "\\P{Cntrl}*";

    /** No password in logs. */
    @Override
    public String toString() {
        return "EnrolTotp[" + email + "]";
    }
}
