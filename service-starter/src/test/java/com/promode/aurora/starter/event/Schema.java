package com.promode.aurora.starter.event;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A schema of its own for one test, as a service has it: its role owns nothing. */
final class Schema implements AutoCloseable {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private static final String APPEND =
            "INSERT INTO outbox (event_id, topic, key, headers, payload) VALUES (gen_random_uuid(), ?, ?, '{}', ?::json)";

    final String name = "schema_" + COUNTER.incrementAndGet();
    final String topic = "test." + name + "." + ProcessHandle.current().pid();
    final HikariDataSource database = pool();
    final JdbcTemplate jdbc = new JdbcTemplate(database);
    final JdbcTemplate owner = new JdbcTemplate(connect("postgres"));
    final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));

    Schema() {
        Flyway.configure()
                .dataSource(Servers.database(), "postgres", Servers.PASSWORD)
                .schemas(name)
                .placeholders(Map.of("role", "service"))
                .locations("classpath:db/starter")
                .load()
                .migrate();
    }

    /** Appends a row as {@link Outbox} does, in the transaction of the thread if there is one. */
    void append(String key, long number) {
        append(key, Long.toString(number));
    }

    void append(String key, String payload) {
        jdbc.update(APPEND, topic, key, payload);
    }

    int waiting() {
        return count("outbox");
    }

    int count(String table) {
        return Math.toIntExact(number(jdbc, "SELECT count(*) FROM " + table));
    }

    static long number(JdbcOperations database, String sql, Object... parameters) {
        return JdbcClient.create(database)
                .sql(sql)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        database.close();
    }

    private HikariDataSource pool() {
        var pool = new HikariConfig();
        pool.setDataSource(connect("service"));
        pool.setMaximumPoolSize(5);
        return new HikariDataSource(pool);
    }

    private PGSimpleDataSource connect(String user) {
        var source = new PGSimpleDataSource();
        source.setUrl(Servers.database());
        source.setUser(user);
        source.setPassword(Servers.PASSWORD);
        source.setCurrentSchema(name);
        return source;
    }
}
