package com.promode.aurora.inventory.location;

import com.promode.aurora.contracts.warehouse.StorageEvent.StorageLocationChanged;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The storage locations that inventory has heard of. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Locations {

    private final JdbcClient jdbc;
    private final Tenants tenants;

    Locations(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    void keep(StorageLocationChanged location) {
        jdbc.sql("""
                INSERT INTO locations AS l (id, tenant_id, name, type, status, version, temperature_min, temperature_max)
                VALUES (:locationId, :tenantId, :name, :locationType, :status, :version, :temperatureMin, :temperatureMax)
                ON CONFLICT (id) DO UPDATE
                SET name = excluded.name, type = excluded.type, status = excluded.status, version = excluded.version,
                    temperature_min = excluded.temperature_min, temperature_max = excluded.temperature_max
                WHERE l.version < excluded.version
                """)
                .param("locationId", location.locationId())
                .param("tenantId", tenants.current())
                .param("name", location.name())
                .param("locationType", location.locationType())
                .param("status", location.status())
                .param("version", location.version())
                .param("temperatureMin", location.temperatureMin())
                .param("temperatureMax", location.temperatureMax())
                .update();
    }

    /** What is known of each of these locations. */
    public KnownLocations find(Set<UUID> ids) {
        Map<UUID, KnownLocation> known = ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "SELECT id, name, status, temperature_min, temperature_max FROM locations WHERE id IN (:ids)")
                        .param("ids", ids)
                        .query(KnownLocation.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(KnownLocation::id, Function.identity()));
        return new KnownLocations(known);
    }

    /** Locations by what may be done with them. */
    public record KnownLocations(Map<UUID, KnownLocation> locations) {

        /** Whether inventory has heard of the location. */
        public boolean isKnown(UUID id) {
            return locations.containsKey(id);
        }

        /** Refuses with 404 a location that inventory has not heard of; the caller may retry. */
        public void requireKnown(UUID id) {
            known(id);
        }

        /** Refuses to put goods into a location that is unknown or not in use. */
        public void requireOpen(UUID id) {
            known(id).requireOpen();
        }

        /**
         * Refuses with 409 {@code CONFLICT} to put a product where it does not keep: a frozen product does not go into ambient
         * storage. A limit of the product is kept only where the location has that limit too, and none that is wider; a product
         * without limits goes anywhere.
         *
         * @param min lowest temperature at which the product keeps, in degrees Celsius
         * @param max highest temperature at which the product keeps, in degrees Celsius
         */
        public void requireFit(UUID id, String productCode, @Nullable BigDecimal min, @Nullable BigDecimal max) {
            known(id).requireFit(productCode, min, max);
        }

        private KnownLocation known(UUID id) {
            var location = locations.get(id);
            if (location == null) {
                throw BusinessException.notFound("storage location", id);
            }
            return location;
        }
    }
}
