package com.promode.aurora.auth.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Trades a refresh token, which is then used up. */
record Refresh(
        @NotBlank @Size(max = 16_384) @JsonProperty("refresh_token")
        String refreshToken) {

    /** No token in logs. */
    @Override
    public String toString() {
        return "Refresh[]";
    }
}
