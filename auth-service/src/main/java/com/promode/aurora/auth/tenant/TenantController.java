package com.promode.aurora.auth.tenant;

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
@RequestMapping("/api/admin/tenants")
class TenantController {

    private final TenantFoundation foundation;
    private final TenantQueries queries;

    TenantController(TenantFoundation foundation, TenantQueries queries) {
        this.foundation = foundation;
        this.queries = queries;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('tenants:read')")
    Page<TenantView> list(ListQuery query) {
        return queries.find(query);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('tenants:write')")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedTenant create(@Valid @RequestBody CreateTenant command) {
        return foundation.create(command);
    }
}
