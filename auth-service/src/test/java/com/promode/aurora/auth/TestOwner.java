package com.promode.aurora.auth;

import java.util.UUID;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Somebody with the rights of the tables' owner, whom neither policies nor grants stop. */
@TestComponent
public class TestOwner {

    private final PGSimpleDataSource database = new PGSimpleDataSource();

    TestOwner(FlywayProperties owner) {
        database.setUrl(owner.getUrl());
        database.setUser(owner.getUser());
        database.setPassword(owner.getPassword());
        database.setCurrentSchema("auth");
    }

    public JdbcClient sql() {
        return JdbcClient.create(database);
    }

    /** Changes rows of an append-only table. */
    public int tamper(String table, String sql, Object... parameters) {
        var jdbc = new JdbcTemplate(database);
        jdbc.execute("ALTER TABLE %s DISABLE TRIGGER append_only".formatted(table));
        try {
            return jdbc.update(sql, parameters);
        } finally {
            jdbc.execute("ALTER TABLE %s ENABLE TRIGGER append_only".formatted(table));
        }
    }

    /** Looks at the tables on one connection as a tenant, with the rights of the service. */
    public <T> T as(UUID tenant, Function<JdbcClient, T> look) {
        var connection = new SingleConnectionDataSource(
                database.getUrl(), "auth_service", String.valueOf(database.getPassword()), true);
        try {
            var jdbc = JdbcClient.create(connection);
            jdbc.sql("SELECT set_config('aurora.tenant', ?, false), set_config('search_path', 'auth', false)")
                    .param(tenant.toString())
                    .query()
                    .singleRow();
            return look.apply(jdbc);
        } finally {
            connection.destroy();
        }
    }
}
