package com.promode.aurora.inventory.adjustment;

import com.promode.aurora.inventory.reason.GiveReason;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/warehouse/stock/adjustment")
class AdjustmentController {

    private final AdjustmentService adjustments;
    private final AdjustmentQueries queries;

    AdjustmentController(AdjustmentService adjustments, AdjustmentQueries queries) {
        this.adjustments = adjustments;
        this.queries = queries;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('stock:write')")
    Adjusted adjust(@Valid @RequestBody AdjustStock command) {
        return adjustments.adjust(command);
    }

    @GetMapping
    @PreAuthorize("hasAuthority('stock:read')")
    Page<AdjustmentView> list(ListQuery query) {
        return queries.find(query);
    }

    @GetMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('stock:read')")
    AdjustmentView get(@PathVariable UUID id) {
        return queries.get(id);
    }

    @PostMapping("/{id:" + Ids.PATH + "}/approve")
    @PreAuthorize("hasAuthority('stock:approve')")
    AdjustmentView approve(@PathVariable UUID id) {
        return adjustments.approve(id);
    }

    @PostMapping("/{id:" + Ids.PATH + "}/reject")
    @PreAuthorize("hasAuthority('stock:approve')")
    AdjustmentView reject(@PathVariable UUID id, @Valid @RequestBody GiveReason command) {
        return adjustments.reject(id, command);
    }
}
