package com.promode.aurora.inventory.catalogue;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders/catalogue")
class CatalogueController {

    private final CatalogueQueries catalogue;

    CatalogueController(CatalogueQueries catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('orders:read', 'orders:own')")
    Page<CatalogueView> list(ListQuery query) {
        return catalogue.find(query);
    }
}
