package com.promode.aurora.auth.user;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.ListQuery.Operator;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
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
public class UserQueries {

    private static final String ROLE = "role";

    private static final Listing<UserView> USERS = Listing.of(UserView.class, "*", "users")
            .field("id", "id", UUID.class)
            .field("email", "email", String.class)
            .field("firstName", "first_name", String.class)
            .field("lastName", "last_name", String.class)
            .field("status", "status", UserStatus.class)
            .field("emailVerified", "email_verified", Boolean.class)
            .field("lastLogin", "last_login", Instant.class)
            .field("createdAt", "created_at", Instant.class)
            .where("CAST(:role AS text) IS NULL OR roles @> ARRAY[CAST(:role AS text)]")
            .search("concat_ws(' ', first_name, last_name, email) ILIKE '%' || :q || '%'")
            .order("-createdAt")
            .mappedBy(UserQueries::view)
            .build();

    private final JdbcClient jdbc;
    private final Lists lists;

    UserQueries(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** A page of them; {@code role} is a filter for who holds it, among others. */
    public Page<UserView> find(ListQuery query) {
        var role = new HashMap<String, @Nullable String>();
        role.put(ROLE, query.filter(ROLE));
        return lists.page(USERS, withoutRole(query), role);
    }

    public UserView get(UUID id) {
        return find(id).orElseThrow(() -> BusinessException.notFound("user", id));
    }

    /** What the user may do, as far as Keycloak has been compared. */
    public List<String> permissions(UUID id) {
        return jdbc.sql("SELECT unnest(permissions) FROM users WHERE id = :id")
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Active holders of a role. */
    public List<UUID> active(String role) {
        return jdbc.sql(
                        "SELECT id FROM users WHERE status = 'active' AND roles @> ARRAY[CAST(:role AS text)] ORDER BY id")
                .param("role", role)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    public Optional<UserView> find(UUID id) {
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

    private static ListQuery withoutRole(ListQuery query) {
        return query.withFilters(query.filters().stream()
                .filter(filter -> !filter.field().equals(ROLE) || filter.operator() != Operator.EQUAL)
                .toList());
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
