package com.promode.aurora.inventory.recall;

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
@RequestMapping("/api/warehouse/lots/{id:" + Ids.PATH + "}/recall")
class RecallController {

    private final RecallService recalls;

    RecallController(RecallService recalls) {
        this.recalls = recalls;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('stock:write')")
    RecallView recall(@PathVariable UUID id, @Valid @RequestBody GiveReason command) {
        return recalls.recall(id, command);
    }
}
