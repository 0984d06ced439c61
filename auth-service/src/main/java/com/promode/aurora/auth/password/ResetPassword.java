package com.promode.aurora.auth.password;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A password for somebody else, who has to change it when he signs in next. */
record ResetPassword(
        @NotBlank @Size(max = 255) @Pattern(regexp = ChangePassword.PRINTABLE, message = "holds control characters")
        String password) {

    /** No password in logs. */
    @Override
    public String toString() {
        return "ResetPassword[]";
    }
}
