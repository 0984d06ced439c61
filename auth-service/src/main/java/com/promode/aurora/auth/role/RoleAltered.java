package com.promode.aurora.auth.role;

/**
 * A custom role was altered in this transaction; what its holders may do has changed with it.
 *
 * @param before its name until now
 * @param after its name from now on
 */
public record RoleAltered(String before, String after) {}
