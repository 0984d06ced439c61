package com.promode.aurora.warehouse.storage;

import static org.springframework.http.HttpStatus.CREATED;

import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.IfMatch;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/warehouse/storage/locations")
class StorageLocationController {

    private final StorageLocationService locations;
    private final StorageLocationQueries queries;

    StorageLocationController(StorageLocationService locations, StorageLocationQueries queries) {
        this.locations = locations;
        this.queries = queries;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('storage:read')")
    Page<StorageLocationView> list(ListQuery query) {
        return queries.list(query);
    }

    @GetMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('storage:read')")
    StorageLocationView get(@PathVariable UUID id) {
        return queries.get(id);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('storage:write')")
    @ResponseStatus(CREATED)
    StorageLocationView create(@Valid @RequestBody SaveStorageLocation command) {
        return locations.create(command);
    }

    @PutMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('storage:write')")
    StorageLocationView change(
            @PathVariable UUID id, @Valid @RequestBody SaveStorageLocation command, IfMatch ifMatch) {
        return locations.change(id, command, ifMatch);
    }
}
