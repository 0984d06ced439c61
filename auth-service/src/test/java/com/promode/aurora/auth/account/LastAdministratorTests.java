package com.promode.aurora.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.auth.WithAdministrators;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.test.Api;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In a tenant of its own, where nobody else is super_admin. */
class LastAdministratorTests extends WithAdministrators {

    @Autowired
    private JdbcClient jdbc;

    private final UUID tenant = Ids.next();
    private Api admin = api;

    @BeforeEach
    void found() {
        jdbc.sql("INSERT INTO tenants (id, code, name) VALUES (:id, :code, 'Last')")
                .param("id", tenant)
                .param("code", unique("last"))
                .update();
        admin = administrator(tenant);
    }

    @Test
    void theLastOneStays() {
        var last = USERS + "/" + superAdmin();
        admin.put(last + "/status", Map.of("status", "inactive")).expect(409, "CONFLICT");
        admin.delete(last).expect(409, "CONFLICT");
        admin.delete(last + "?anonymise=true").expect(409, "CONFLICT");
        admin.delete(last + "/roles/" + superAdminRole()).expect(409, "CONFLICT");
        assertThat(admin.get(last).ok().path("status").asString()).isEqualTo("active");
    }

    @Test
    void anInactiveOneDoesNotCount() {
        var first = USERS + "/" + superAdmin();
        var second = USERS + "/" + superAdmin();
        admin.put(first + "/status", Map.of("status", "suspended")).expect(200);
        admin.delete(second).expect(409, "CONFLICT");
        admin.put(first + "/status", Map.of("status", "active")).expect(200);
        admin.delete(second).expect(204);
    }

    @Test
    void oneWhomTheConsoleHasJustSwitchedOffDoesNotCount() {
        var first = superAdmin();
        var second = superAdmin();
        KEYCLOAK.change(admin.get(USERS + "/" + first).ok().path("email").asString(), "enabled", false);
        admin.delete(USERS + "/" + second).expect(409, "CONFLICT");
    }

    @Test
    void ofTwoRequestsAtOnceOneIsRefused() throws Exception {
        var first = superAdmin();
        var second = superAdmin();
        var role = superAdminRole();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads
                    .invokeAll(List.<Callable<Integer>>of(
                            () -> admin.delete(USERS + "/" + first).status(),
                            () -> admin.delete(USERS + "/" + second + "/roles/" + role)
                                    .status()))
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(204, 409);
        }
    }

    private UUID superAdmin() {
        return known("super_admin", tenant, admin);
    }

    private String superAdminRole() {
        return admin.get(ROLES + "?name=super_admin").ok().get(0).path("id").asString();
    }
}
