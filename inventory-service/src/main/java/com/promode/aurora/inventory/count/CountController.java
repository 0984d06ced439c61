package com.promode.aurora.inventory.count;

import static org.springframework.http.HttpStatus.CREATED;

import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
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
@RequestMapping("/api/warehouse/stock/counts")
class CountController {

    private final CountService counts;
    private final CountPostingService posting;
    private final CountQueries queries;

    CountController(CountService counts, CountPostingService posting, CountQueries queries) {
        this.counts = counts;
        this.posting = posting;
        this.queries = queries;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('stock:write')")
    @ResponseStatus(CREATED)
    CountSheetView open(@Valid @RequestBody OpenCount command) {
        return counts.open(command);
    }

    @GetMapping
    @PreAuthorize("hasAuthority('stock:read')")
    Page<CountView> list(ListQuery query) {
        return queries.find(query);
    }

    @GetMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('stock:read')")
    CountSheetView get(@PathVariable UUID id) {
        return queries.get(id);
    }

    @GetMapping("/{id:" + Ids.PATH + "}/lines")
    @PreAuthorize("hasAuthority('stock:read')")
    Page<CountLineView> lines(@PathVariable UUID id, ListQuery query) {
        return queries.lines(id, query);
    }

    @PutMapping("/{id:" + Ids.PATH + "}/lines")
    @PreAuthorize("hasAuthority('stock:write')")
    CountSheetView count(@PathVariable UUID id, @Valid @RequestBody CountLots command) {
        return counts.count(id, command);
    }

    @PostMapping("/{id:" + Ids.PATH + "}/post")
    @PreAuthorize("hasAuthority('stock:approve')")
    CountSheetView post(@PathVariable UUID id) {
        return posting.post(id);
    }

    @PostMapping("/{id:" + Ids.PATH + "}/cancel")
    @PreAuthorize("hasAuthority('stock:write')")
    CountSheetView cancel(@PathVariable UUID id) {
        return counts.cancel(id);
    }
}
