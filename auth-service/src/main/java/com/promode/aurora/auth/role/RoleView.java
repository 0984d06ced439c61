package com.promode.aurora.auth.role;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.promode.aurora.starter.web.Versioned;
import java.util.List;
import java.util.UUID;

/**
 * A role that the current tenant may give.
 *
 * @param permissions concrete; those of a role that is not active are not in force
 * @param builtIn whether it is the same for all tenants and can't be changed
 */
public record RoleView(
        UUID id,
        String name,
        String description,
        List<String> permissions,
        boolean isActive,
        boolean builtIn,
        @JsonIgnore long version)
        implements Versioned {}
