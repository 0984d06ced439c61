package com.promode.aurora.auth.user;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/** Lets one replica at a time reconcile; the lock is the database session's, so that it ends with a dead replica. */
@Component
class ReconciliationLock {

    private static final String KEY = "hashtextextended('auth.reconciliation', 0)";

    private final DataSource database;

    ReconciliationLock(DataSource database) {
        this.database = database;
    }

    /** Does the work, unless another replica is at it. */
    void ifFree(Runnable work) {
        var connection = DataSourceUtils.getConnection(database);
        try {
            if (ask(connection, "SELECT pg_try_advisory_lock(" + KEY + ")")) {
                try {
                    work.run();
                } finally {
                    ask(connection, "SELECT pg_advisory_unlock(" + KEY + ")");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lock of the reconciliation can't be had", e);
        } finally {
            JdbcUtils.closeConnection(connection);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }
}
