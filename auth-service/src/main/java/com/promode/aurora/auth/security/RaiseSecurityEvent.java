package com.promode.aurora.auth.security;

import com.promode.aurora.starter.web.BusinessException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody reports that no rule can see, such as a stolen laptop. */
record RaiseSecurityEvent(
        @NotNull SecurityEventType eventType,
        @NotNull Severity severity,
        @NotBlank @Size(max = 2000) String description,
        @Nullable UUID userId,
        @Nullable String ipAddress,
        @Size(max = 1000) @Nullable String userAgent) {

    Finding finding(Instant now) {
        var address = ipAddress == null
                ? null
                : Finding.address(ipAddress)
                        .orElseThrow(() -> BusinessException.invalid("ipAddress", "must be an IPv4 or IPv6 address"));
        return new Finding(eventType, severity, description, userId, address, userAgent, now);
    }
}
