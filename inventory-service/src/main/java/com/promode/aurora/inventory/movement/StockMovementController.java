package com.promode.aurora.inventory.movement;

import static org.springframework.http.HttpStatus.CREATED;

import com.promode.aurora.inventory.reason.GiveReason;
import com.promode.aurora.inventory.stock.ApprovalLimit;
import com.promode.aurora.inventory.stock.MoveStock;
import com.promode.aurora.inventory.stock.MovementView;
import com.promode.aurora.inventory.stock.StockService;
import com.promode.aurora.starter.batch.Batch;
import com.promode.aurora.starter.batch.BatchResult;
import com.promode.aurora.starter.batch.Batches;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/warehouse/stock/movements")
class StockMovementController {

    private final StockService stock;
    private final GroupCommit group;
    private final StockMovementQueries movements;
    private final ApprovalLimit limit;
    private final Batches batches;

    StockMovementController(
            StockService stock,
            GroupCommit group,
            StockMovementQueries movements,
            ApprovalLimit limit,
            Batches batches) {
        this.stock = stock;
        this.group = group;
        this.movements = movements;
        this.limit = limit;
        this.batches = batches;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('stock:write')")
    BatchResult<MovementView> move(Batch<MoveStock> commands) {
        var adjusted = limit.ofOneRequest();
        return batches.run(commands, moves -> group.move(adjusted, moves));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('stock:read')")
    Page<MovementView> list(ListQuery query) {
        return movements.find(query);
    }

    @GetMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('stock:read')")
    MovementView get(@PathVariable UUID id) {
        return movements.get(id);
    }

    @PostMapping("/{id:" + Ids.PATH + "}/reverse")
    @PreAuthorize("hasAuthority('stock:write')")
    @ResponseStatus(CREATED)
    MovementView reverse(@PathVariable UUID id, @Valid @RequestBody GiveReason command) {
        return stock.reverseWithin(limit.ofOneRequest(), id, command);
    }
}
