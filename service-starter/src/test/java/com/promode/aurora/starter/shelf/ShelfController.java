package com.promode.aurora.starter.shelf;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.promode.aurora.starter.batch.Batch;
import com.promode.aurora.starter.batch.BatchResult;
import com.promode.aurora.starter.batch.Batches;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.IfMatch;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/shelves")
class ShelfController {

    private final ShelfService shelves;
    private final ShelfQueries queries;
    private final Batches batches;

    ShelfController(ShelfService shelves, ShelfQueries queries, Batches batches) {
        this.shelves = shelves;
        this.queries = queries;
        this.batches = batches;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('shelves:read')")
    Page<ShelfView> list(ListQuery query) {
        return queries.find(query);
    }

    @GetMapping("/readings")
    @PreAuthorize("hasAuthority('shelves:read')")
    Page<ShelfQueries.ReadingView> readings(ListQuery query) {
        return queries.readings(query);
    }

    @GetMapping("/owners")
    @PreAuthorize("hasAuthority('shelves:read')")
    List<UUID> owners() {
        return queries.owners();
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('shelves:read')")
    ShelfView get(@PathVariable UUID id) {
        return queries.find(id).orElseThrow(() -> BusinessException.notFound("shelf", id));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('shelves:write')")
    BatchResult<ShelfView> create(Batch<SaveShelf> commands) {
        return batches.run(commands, shelves::create);
    }

    @PutMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('shelves:write')")
    ShelfView change(@PathVariable UUID id, @Valid @RequestBody SaveShelf command, IfMatch ifMatch) {
        return shelves.change(id, command, ifMatch);
    }

    @DeleteMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('shelves:write')")
    @ResponseStatus(NO_CONTENT)
    void remove(@PathVariable UUID id) {
        shelves.remove(id);
    }
}
