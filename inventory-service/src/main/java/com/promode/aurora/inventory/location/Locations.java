package com.promode.aurora.inventory.location;

import com.promode.aurora.contracts.warehouse.StorageEvent.StorageLocationChanged;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The storage locations that inventory has heard of. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Locations {

    private static final String ACTIVE = "active";

    private final JdbcClient jdbc;
    private final Tenants tenants;

    Locations(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    void keep(StorageLocationChanged location) {
        jdbc.sql("""
                INSERT INTO locations AS l (id, tenant_id, name, type, status, version)
                VALUES (:locationId, :tenantId, :name, :locationType, :status, :version)
                ON CONFLICT (id) DO UPDATE
                SET name = excluded.name, type = excluded.type, status = excluded.status, version = excluded.version
                WHERE l.version < excluded.version
                """)
                .param("locationId", location.locationId())
                .param("tenantId", tenants.current())
                .param("name", location.name())
                .param("locationType", location.locationType())
                .param("status", location.status())
                .param("version", location.version())
                .update();
    }

    /** The status of each of these locations. */
    public KnownLocations find(Set<UUID> ids) {
        Map<UUID, String> known = ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT id, status FROM locations WHERE id IN (:ids)")
                        .param("ids", ids)
                        .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("status")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new KnownLocations(known);
    }

    /** Locations by what may be done with them. */
    public record KnownLocations(Map<UUID, String> statuses) {

        /** Refuses with 404 a location that inventory has not heard of; the caller may retry. */
        public void requireKnown(UUID id) {
            if (!statuses.containsKey(id)) {
                throw BusinessException.notFound("storage location", id);
            }
        }

        /** Refuses to put goods into a location that is unknown or not in use. */
        public void requireOpen(UUID id) {
            requireKnown(id);
            if (!ACTIVE.equals(statuses.get(id))) {
                throw BusinessException.conflict(
                        "CONFLICT", "Storage location %s is %s; goods can't go there now", id, statuses.get(id));
            }
        }
    }
}
