package com.promode.aurora.auth.audit;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/security/audit-logs")
class AuditLogController {

    private final AuditLogQueries log;
    private final ChainQueries chain;

    AuditLogController(AuditLogQueries log, ChainQueries chain) {
        this.log = log;
        this.chain = chain;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('security:read')")
    Page<AuditView> list(ListQuery query) {
        return log.find(query);
    }

    /** Checks at most {@code limit} rows; {@code cursor} is the {@code nextCursor} of the answer before. */
    @GetMapping("/verify")
    @PreAuthorize("hasAuthority('security:read')")
    VerificationView verify(
            @RequestParam(required = false) @Min(1) @Nullable Long cursor,
            @RequestParam(defaultValue = "20000") @Min(1) @Max(100_000) int limit) {
        return chain.verify(cursor, limit);
    }
}
