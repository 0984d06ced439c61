package com.promode.aurora.auth.tenant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Tenants that are there from the start: those of the demo, in the local and compose profiles. */
@Validated
@ConfigurationProperties("aurora")
record TenantsProperties(@DefaultValue @Valid List<Tenant> tenants) {

    record Tenant(
            UUID id,
            @NotBlank String code,
            @NotBlank String name,
            @DefaultValue("Asia/Kolkata") ZoneId timeZone) {}
}
