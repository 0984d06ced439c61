package com.promode.aurora.auth.role;

import com.promode.aurora.auth.access.AccessCatalogue;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The roles that the current tenant may give: the built-in ones and its own. */
@Repository
@Transactional(readOnly = true)
class RoleQueries {

    private static final String ALL = """
            (SELECT id, name, description, permissions, is_active, false AS built_in, version FROM roles
            UNION ALL
            SELECT id, name, description, permissions, true, true, 0
            FROM jsonb_to_recordset(CAST(:builtIn AS jsonb))
                AS built_in(id uuid, name text, description text, permissions text[])) AS role
            """;

    private static final Listing<RoleView> ROLES = Listing.of(
                    RoleView.class, "id, name, description, permissions, is_active, built_in, version", ALL)
            .field("id", "id", UUID.class)
            .field("name", "name", String.class)
            .field("isActive", "is_active", Boolean.class)
            .field("builtIn", "built_in", Boolean.class)
            .search("name ILIKE '%' || :q || '%' OR description ILIKE '%' || :q || '%'")
            .order("name")
            .mappedBy(RoleQueries::view)
            .build();

    private final Lists lists;
    private final JdbcClient jdbc;
    private final List<RoleView> builtIn;
    private final Map<String, String> parameters;

    RoleQueries(Lists lists, JdbcClient jdbc, AccessCatalogue catalogue, JsonMapper json) {
        this.lists = lists;
        this.jdbc = jdbc;
        builtIn = catalogue.roles().stream()
                .map(role -> new RoleView(
                        id(role.name()),
                        role.name(),
                        role.description(),
                        List.copyOf(catalogue.permissionsOf(role)),
                        true,
                        true,
                        0))
                .toList();
        parameters = Map.of("builtIn", json.writeValueAsString(builtIn));
    }

    Page<RoleView> find(ListQuery query) {
        return lists.page(ROLES, query, parameters);
    }

    RoleView get(UUID id) {
        return lists.one(ROLES, id, parameters).orElseThrow(() -> BusinessException.notFound("role", id));
    }

    List<RoleView> named(List<String> names) {
        return jdbc.sql("SELECT * FROM " + ALL + " WHERE name IN (:names)")
                .params(parameters)
                .param("names", names)
                .query(RoleQueries::view)
                .list();
    }

    /** How many users hold the role. */
    long holders(String name) {
        return jdbc.sql("SELECT count(*) FROM users WHERE roles @> ARRAY[CAST(:name AS text)]")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    boolean isBuiltIn(UUID id) {
        return builtIn.stream().anyMatch(role -> role.id().equals(id));
    }

    boolean isBuiltIn(String name) {
        return builtIn.stream().anyMatch(role -> role.name().equalsIgnoreCase(name));
    }

    /** The same everywhere and for ever, although nobody keeps it. */
    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("aurora.role." + name).getBytes(StandardCharsets.UTF_8));
    }

    private static RoleView view(ResultSet row, int number) throws SQLException {
        return new RoleView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                List.of((String[]) row.getArray("permissions").getArray()),
                row.getBoolean("is_active"),
                row.getBoolean("built_in"),
                row.getLong("version"));
    }
}
