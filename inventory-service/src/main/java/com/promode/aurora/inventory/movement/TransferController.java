package com.promode.aurora.inventory.movement;

import com.promode.aurora.inventory.stock.MovementView;
import com.promode.aurora.inventory.stock.StockService;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/warehouse/stock/transfer")
class TransferController {

    private final StockService stock;

    TransferController(StockService stock) {
        this.stock = stock;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('stock:write')")
    @ResponseStatus(HttpStatus.CREATED)
    MovementView transfer(@Valid @RequestBody TransferStock command) {
        return stock.move(List.of(command.movement())).getFirst();
    }
}
