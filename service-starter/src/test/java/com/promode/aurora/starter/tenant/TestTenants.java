package com.promode.aurora.starter.tenant;

import java.time.ZoneId;
import org.springframework.jdbc.core.JdbcOperations;

/** Opens {@link Tenants} to the tests of other packages. */
public final class TestTenants {

    private TestTenants() {}

    public static Tenants on(JdbcOperations jdbc) {
        return new Tenants(jdbc, new TenantProperties(ZoneId.of("Asia/Kolkata"), false));
    }
}
