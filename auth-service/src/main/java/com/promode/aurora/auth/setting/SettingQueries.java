package com.promode.aurora.auth.setting;

import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings of the current tenant. */
@Repository
@Transactional(readOnly = true)
class SettingQueries {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SettingCatalogue catalogue;
    private final SettingProperties properties;
    private final Tenants tenants;

    SettingQueries(
            JdbcClient jdbc,
            JsonMapper json,
            SettingCatalogue catalogue,
            SettingProperties properties,
            Tenants tenants) {
        this.jdbc = jdbc;
        this.json = json;
        this.catalogue = catalogue;
        this.properties = properties;
        this.tenants = tenants;
    }

    private record Row(
            String key, @Nullable JsonNode value, @Nullable UUID updatedBy, Instant updatedAt, long version) {}

    /** All of the catalogue, in the order of their keys. */
    List<SettingView> all() {
        var set = jdbc.sql("SELECT * FROM settings").query(this::row).list().stream()
                .collect(Collectors.toMap(Row::key, Function.identity()));
        return catalogue.all().stream()
                .map(definition -> view(definition, set.get(definition.key())))
                .toList();
    }

    SettingView get(String key) {
        return all().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("setting", key));
    }

    Map<String, SettingView> byKey() {
        return all().stream().collect(Collectors.toMap(SettingView::key, Function.identity()));
    }

    private SettingView view(SettingDefinition definition, @Nullable Row row) {
        return new SettingView(
                definition.key(),
                row == null || row.value() == null ? preset(definition) : row.value(),
                definition.type(),
                definition.description(),
                definition.isPublic(),
                row == null ? null : row.updatedBy(),
                row == null ? null : row.updatedAt(),
                row == null ? 0 : row.version());
    }

    private JsonNode preset(SettingDefinition definition) {
        var own =
                properties.presetsOf().getOrDefault(tenants.current(), Map.of()).get(definition.key());
        return own == null ? definition.preset() : json.readTree(own);
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var value = row.getString("value");
        return new Row(
                row.getString("key"),
                value == null ? null : json.readTree(value),
                row.getObject("updated_by", UUID.class),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
