package com.promode.aurora.auth.tenant;

import com.promode.aurora.auth.account.CreateUser;
import com.promode.aurora.auth.tenant.TenantsProperties.Tenant;
import com.promode.aurora.starter.web.BusinessException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant with its first administrator.
 *
 * @param timeZone of its business dates, an IANA name; Asia/Kolkata when absent
 * @param admin becomes super_admin, whatever roles are written; invited by e-mail unless he has a password
 */
record CreateTenant(
        @NotNull
        @Pattern(
                regexp = "[a-z][a-z0-9-]{1,29}",
                message = "must be 2 to 30 lower-case letters, digits or dashes, a letter first")
        String code,

        @NotBlank @Size(max = 100) String name,
        @Nullable String timeZone,
        @NotNull @Valid CreateUser admin) {

    private static final String DEFAULT_ZONE = "Asia/Kolkata";

    Tenant tenant(UUID id) {
        return new Tenant(id, code, name.strip(), zone());
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(Objects.requireNonNullElse(timeZone, DEFAULT_ZONE));
        } catch (DateTimeException e) {
            throw BusinessException.invalid("timeZone", "must be an IANA name such as %s", DEFAULT_ZONE);
        }
    }
}
