package com.promode.aurora.inventory.receiving;

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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/warehouse/stock/receiving")
class ReceivingController {

    private final ReceivingService receiving;
    private final ReceiptQueries receipts;

    ReceivingController(ReceivingService receiving, ReceiptQueries receipts) {
        this.receiving = receiving;
        this.receipts = receipts;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('stock:write')")
    @ResponseStatus(CREATED)
    FullReceiptView receive(@Valid @RequestBody ReceiveGoods command) {
        return receiving.receive(command);
    }

    @GetMapping
    @PreAuthorize("hasAuthority('stock:read')")
    Page<ReceiptView> list(ListQuery query) {
        return receipts.find(query);
    }

    @GetMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('stock:read')")
    FullReceiptView get(@PathVariable UUID id) {
        return receipts.get(id);
    }
}
