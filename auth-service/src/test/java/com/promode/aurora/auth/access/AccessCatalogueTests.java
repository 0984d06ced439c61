package com.promode.aurora.auth.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AccessCatalogueTests {

    private static final Pattern PERMISSION = Pattern.compile("\\b[a-z_]+:[a-z_]+\\b");

    private final AccessCatalogue catalogue = AccessCatalogue.load();

    @Test
    void expandsWildcards() {
        assertThat(of("delivery_personnel"))
                .containsExactlyInAnyOrder(
                        "deliveries:read", "deliveries:update_status", "routes:read", "customers:contact");
        assertThat(of("warehouse_manager"))
                .contains("products:write", "stock:approve", "storage:write", "orders:write", "analytics:logistics")
                .doesNotContain("suppliers:write", "payments:read", "users:read");
    }

    @Test
    void superAdminHoldsEverythingOfHisTenant() {
        assertThat(of("super_admin"))
                .containsAll(catalogue.permissions().keySet().stream()
                        .filter(permission -> !permission.startsWith("tenants:"))
                        .toList())
                .doesNotContain("tenants:read", "tenants:write");
        assertThat(of("platform_admin")).containsExactlyInAnyOrder("tenants:read", "tenants:write");
    }

    @Test
    void onlySuperAdminOverridesPayments() {
        assertThat(catalogue.roles())
                .filteredOn(role -> catalogue.permissionsOf(role).contains("payments:override"))
                .extracting(AccessCatalogue.BuiltInRole::name)
                .containsExactly("super_admin");
    }

    @Test
    void adminsNeedASecondFactor() {
        assertThat(catalogue.roles())
                .filteredOn(AccessCatalogue.BuiltInRole::secondFactor)
                .extracting(AccessCatalogue.BuiltInRole::name)
                .containsExactlyInAnyOrder("super_admin", "platform_admin");
    }

    @Test
    void knowsEveryPermissionOfTheEndpoints() throws IOException {
        var table = Files.readString(Path.of("../docs/endpoints.csv"));
        var used = PERMISSION.matcher(table).results().map(match -> match.group());
        assertThat(used).isNotEmpty().allSatisfy(permission -> assertThat(catalogue.permissions())
                .containsKey(permission));
    }

    private Set<String> of(String name) {
        return catalogue.roles().stream()
                .filter(role -> role.name().equals(name))
                .map(catalogue::permissionsOf)
                .findFirst()
                .orElseThrow();
    }
}
