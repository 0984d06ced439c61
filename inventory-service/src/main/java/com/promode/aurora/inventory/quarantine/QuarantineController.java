package com.promode.aurora.inventory.quarantine;

import com.promode.aurora.inventory.lot.LotView;
import com.promode.aurora.inventory.reason.GiveReason;
import com.promode.aurora.starter.id.Ids;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/warehouse/lots/{id:" + Ids.PATH + "}")
class QuarantineController {

    private final QuarantineService quarantine;

    QuarantineController(QuarantineService quarantine) {
        this.quarantine = quarantine;
    }

    @PostMapping("/hold")
    @PreAuthorize("hasAuthority('stock:write')")
    LotView hold(@PathVariable UUID id, @Valid @RequestBody GiveReason command) {
        return quarantine.hold(id, command);
    }

    @PostMapping("/release")
    @PreAuthorize("hasAuthority('stock:write')")
    LotView release(@PathVariable UUID id, @Valid @RequestBody GiveReason command) {
        return quarantine.release(id, command);
    }
}
