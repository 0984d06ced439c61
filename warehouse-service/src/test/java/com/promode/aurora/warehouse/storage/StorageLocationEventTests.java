package com.promode.aurora.warehouse.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.warehouse.StorageEvent.StorageLocationChanged;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class StorageLocationEventTests {

    private static final String PATH = "/api/warehouse/storage/locations";

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    private String name;
    private UUID id;

    @BeforeEach
    void create() {
        name = "Room " + UUID.randomUUID();
        id = writer().post(PATH, Map.of("name", name, "type", "freezer", "temperatureMax", -18))
                .id();
    }

    @Test
    void announcesANewLocation() {
        var event = events.expect(
                StorageLocationChanged.class, changed -> changed.locationId().equals(id));

        assertThat(event.version()).isZero();
        assertThat(event.name()).isEqualTo(name);
        assertThat(event.locationType()).isEqualTo("freezer");
        assertThat(event.status()).isEqualTo("active");
        assertThat(event.temperatureMin()).isNull();
        assertThat(event.temperatureMax()).isEqualByComparingTo("-18");
        assertThat(events.header(event, "ce_tenantid")).isEqualTo(TestTokens.PROMODE.toString());
        assertThat(events.header(event, "ce_type")).isEqualTo("StorageLocationChanged");
    }

    @Test
    void announcesAChangeWithTheVersionThatWasWritten() {
        writer().put(PATH + "/" + id, Map.of("name", name, "type", "freezer", "status", "inactive"))
                .expect(200);

        var event = events.expect(
                StorageLocationChanged.class, changed -> changed.locationId().equals(id) && changed.version() > 0);

        assertThat(event.version()).isEqualTo(1);
        assertThat(event.status()).isEqualTo("inactive");
        assertThat(event.temperatureMax()).isNull();
    }

    @Test
    void announcesNothingThatWasRefused() {
        writer().header("If-Match", "\"9\"")
                .put(PATH + "/" + id, Map.of("name", name, "type", "ambient"))
                .expect(412);
        writer().put(PATH + "/" + id, Map.of("name", name, "type", "dry_storage"))
                .expect(200);

        events.expect(
                StorageLocationChanged.class, changed -> changed.locationId().equals(id) && changed.version() == 1);

        assertThat(events.all(StorageLocationChanged.class, changed -> changed.locationId()
                        .equals(id)))
                .extracting(StorageLocationChanged::locationType)
                .containsExactly("freezer", "dry_storage");
    }

    @Test
    void recordsWhoChangedWhat() {
        writer().put(PATH + "/" + id, Map.of("name", name, "type", "ambient")).expect(200);

        var created = audit("storage_location.create");
        var updated = audit("storage_location.update");

        assertThat(created.oldValues()).isNull();
        assertThat(created.newValues()).containsEntry("name", name).containsEntry("type", "freezer");
        assertThat(updated.oldValues()).containsEntry("type", "freezer");
        assertThat(updated.newValues()).containsEntry("type", "ambient");
        assertThat(updated.userId()).isNotNull();
    }

    private AuditRecorded audit(String action) {
        return events.expect(
                AuditRecorded.class,
                audit -> id.equals(audit.resourceId()) && audit.action().equals(action));
    }

    private Api writer() {
        return api.as("storage:write");
    }
}
