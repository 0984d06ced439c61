package com.promode.aurora.inventory.lot;

import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/warehouse/lots")
class LotController {

    private final LotQueries lots;

    LotController(LotQueries lots) {
        this.lots = lots;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('stock:read')")
    Page<LotView> list(ListQuery query) {
        return lots.find(query);
    }

    @GetMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('stock:read')")
    LotView get(@PathVariable UUID id) {
        return lots.get(id);
    }
}
