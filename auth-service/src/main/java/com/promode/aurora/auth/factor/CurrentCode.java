package com.promode.aurora.auth.factor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A code that proves that the caller has the factor now. */
record CurrentCode(
        @NotBlank @Size(max = 32) @Pattern(regexp = EnrolTotp.PRINTABLE, message = "holds control characters")
        String code) {

    /** No code in logs. */
    @Override
    public String toString() {
        return "CurrentCode[]";
    }
}
