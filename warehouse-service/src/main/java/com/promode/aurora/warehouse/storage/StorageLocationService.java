package com.promode.aurora.warehouse.storage;

import com.promode.aurora.starter.audit.Audit;
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
    private final Audit audit;
    private final Clock clock;

    StorageLocationService(StorageLocationRepository locations, Audit audit, Clock clock) {
        this.locations = locations;
        this.audit = audit;
        this.clock = clock;
    }

    StorageLocationView create(DefineStorageLocation command) {
        var id = Ids.next();
        checkName(command, id);
        var created = StorageLocationView.of(locations.saveAndFlush(new StorageLocation(id, command, now())));
        audit.record("storage_location.create", "storage_location", id, null, created);
        return created;
    }

    StorageLocationView update(UUID id, DefineStorageLocation command, IfMatch ifMatch) {
        var location = locations.findById(id).orElseThrow(() -> BusinessException.notFound("storage location", id));
        ifMatch.check(location.version());
        checkName(command, id);
        var before = StorageLocationView.of(location);
        location.define(command, now());
        var after = StorageLocationView.of(locations.saveAndFlush(location));
        audit.record("storage_location.update", "storage_location", id, before, after);
        return after;
    }

    /** A good answer for the usual case; two at once are kept apart by the unique index. */
    private void checkName(DefineStorageLocation command, UUID id) {
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
