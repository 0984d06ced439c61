package com.promode.aurora.auth.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user as an administrator makes him.
 *
 * @param password to begin with, not temporary; without one he is invited by e-mail to choose his own
 */
public record CreateUser(
        @NotBlank @Email @Size(max = 255) String email,
        @NotNull @PersonName String firstName,
        @NotNull @PersonName String lastName,
        @Nullable @Phone String phone,
        @Nullable @Picture String avatarUrl,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 50) String> roles,
        @Nullable @Size(max = 128) String password) {

    @Override
    public String toString() {
        return "CreateUser[" + email + "]"; // never the password
    }
}
