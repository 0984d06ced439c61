package com.promode.aurora.auth.password;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record ForgotPassword(
        @NotBlank @Size(max = 255) @Pattern(regexp = ChangePassword.PRINTABLE, message = "holds control characters")
        String email) {}
