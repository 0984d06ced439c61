package com.promode.aurora.warehouse.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses by itself, whatever the code does. */
@ServiceTest
class StorageLocationTableTests {

    private static final String GOOD = "'active', 1, 2, 8, 85, 95";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Tenants tenants;

    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'broken', 1, 2, 8, 85, 95",
                "'active', 0, 2, 8, 85, 95",
                "'active', 1, 8.01, 8, 85, 95",
                "'active', 1, 2, 8, -1, 95",
                "'active', 1, 2, 8, 85, 101",
                "'active', 1, 2, 8, 96, 95"
            })
    void refusesARowThatBreaksARule(String values) {
        assertThatThrownBy(() -> insert(TestTokens.PROMODE, "Room " + UUID.randomUUID(), values))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("check constraint");
    }

    @Test
    void refusesTheSameNameTwiceInOneTenantOnly() {
        var name = "Room " + UUID.randomUUID();
        insert(TestTokens.PROMODE, name, GOOD);
        insert(TestTokens.OTHER, name, GOOD);

        assertThatThrownBy(() -> insert(TestTokens.PROMODE, name.toUpperCase(), GOOD))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("storage_locations_by_name");
    }

    @Test
    void showsNoRowsWithoutATenant() {
        insert(TestTokens.PROMODE, "Room " + UUID.randomUUID(), GOOD);

        assertThat(jdbc.sql("SELECT count(*) FROM storage_locations")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void deletesNothing() {
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM storage_locations").update())
                .isInstanceOf(BadSqlGrammarException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private void insert(UUID tenant, String name, String values) {
        tenants.run(
                tenant,
                () -> transaction.executeWithoutResult(ignored -> jdbc.sql("""
                        INSERT INTO storage_locations (id, tenant_id, version, created_at, updated_at, name, type,
                            status, capacity_tonnes, temperature_min, temperature_max, humidity_min, humidity_max)
                        VALUES (gen_random_uuid(), :tenant, 0, now(), now(), :name, 'freezer', %s)
                        """.formatted(values))
                        .param("tenant", tenant)
                        .param("name", name)
                        .update()));
    }
}
