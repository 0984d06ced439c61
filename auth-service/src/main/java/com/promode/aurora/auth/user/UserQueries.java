package com.promode.aurora.auth.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Users of the current tenant. */
@Repository
@Transactional(readOnly = true)
class UserQueries {

    private final JdbcClient jdbc;

    UserQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UserView> find(UUID id) {
        return jdbc.sql("SELECT * FROM users WHERE id = :id")
                .param("id", id)
                .query(UserQueries::view)
                .optional();
    }

    List<UUID> ids() {
        return jdbc.sql("SELECT id FROM users")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private static UserView view(ResultSet row, int number) throws SQLException {
        return new UserView(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("phone"),
                row.getString("avatar_url"),
                row.getString("status"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getBoolean("email_verified"),
                instant(row, "last_login"),
                Objects.requireNonNull(instant(row, "created_at")),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
