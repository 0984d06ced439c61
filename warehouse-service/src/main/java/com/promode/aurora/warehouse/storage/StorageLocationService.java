package com.promode.aurora.warehouse.storage;

import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.IfMatch;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and changes storage locations. */
@Service
@Transactional
class StorageLocationService {

    private final StorageLocationRepository locations;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    StorageLocationService(StorageLocationRepository locations, Outbox outbox, Audit audit, Clock clock) {
        this.locations = locations;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    StorageLocationView create(SaveStorageLocation command) {
        var id = Ids.next();
        checkName(command, id);
        var created = save(new StorageLocation(id, command, now()));
        audit.record("storage_location.create", "storage_location", id, null, created);
        return created;
    }

    StorageLocationView change(UUID id, SaveStorageLocation command, IfMatch ifMatch) {
        var location = locations.findById(id).orElseThrow(() -> BusinessException.notFound("storage location", id));
        ifMatch.check(location.version());
        checkName(command, id);
        var before = StorageLocationView.of(location);
        location.change(command, now());
        var after = save(location);
        audit.record("storage_location.update", "storage_location", id, before, after);
        return after;
    }

    /** Flushed before it is announced: the event has the version of the row, and its place in the order under the row's lock. */
    private StorageLocationView save(StorageLocation location) {
        var saved = locations.saveAndFlush(location);
        outbox.publish(saved.changed());
        return StorageLocationView.of(saved);
    }

    /** A good answer for the usual case; two at once are kept apart by the unique index. */
    private void checkName(SaveStorageLocation command, UUID id) {
        var name = command.name().strip();
        if (locations.existsByNameIgnoreCaseAndIdNot(name, id)) {
            throw BusinessException.conflict(
                    "DUPLICATE", "There is a storage location '%s' already; choose another name", name);
        }
    }

    /** As exact as the database keeps it: an answer and a later read show the same time. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
