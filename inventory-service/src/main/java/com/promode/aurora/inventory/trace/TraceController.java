package com.promode.aurora.inventory.trace;

import com.promode.aurora.starter.id.Ids;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TraceController {

    private final TraceQueries traces;

    TraceController(TraceQueries traces) {
        this.traces = traces;
    }

    @GetMapping("/api/warehouse/lots/{id:" + Ids.PATH + "}/trace")
    @PreAuthorize("hasAuthority('stock:read')")
    TraceView get(@PathVariable UUID id) {
        return traces.get(id);
    }
}
