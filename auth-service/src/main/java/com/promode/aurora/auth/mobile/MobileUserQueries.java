package com.promode.aurora.auth.mobile;

import com.promode.aurora.auth.mobile.MobileProfile.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class MobileUserQueries {

    private final JdbcClient jdbc;

    MobileUserQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param roles of the token, which are newer than ours */
    Optional<User> find(UUID id, List<String> roles) {
        return jdbc.sql("SELECT * FROM users WHERE id = :id")
                .param("id", id)
                .query((row, number) -> user(row, roles))
                .optional();
    }

    private static User user(ResultSet row, List<String> roles) throws SQLException {
        return new User(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("phone"),
                row.getString("avatar_url"),
                roles);
    }
}
