package com.promode.aurora.inventory.waste;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/warehouse/waste")
class WasteController {

    private final WasteService service;
    private final WasteQueries waste;

    WasteController(WasteService service, WasteQueries waste) {
        this.service = service;
        this.waste = waste;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('stock:write')")
    @ResponseStatus(HttpStatus.CREATED)
    WasteView record(@Valid @RequestBody RecordWaste command) {
        return service.record(command);
    }

    @GetMapping
    @PreAuthorize("hasAuthority('stock:read')")
    Page<WasteView> list(ListQuery query) {
        return waste.find(query);
    }
}
