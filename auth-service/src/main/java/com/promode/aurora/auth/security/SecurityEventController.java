package com.promode.aurora.auth.security;

import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/security/events")
class SecurityEventController {

    private final SecurityEventService service;
    private final SecurityEventQueries events;

    SecurityEventController(SecurityEventService service, SecurityEventQueries events) {
        this.service = service;
        this.events = events;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('security:read')")
    Page<SecurityEventView> list(ListQuery query) {
        return events.find(query);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('security:write')")
    @ResponseStatus(HttpStatus.CREATED)
    SecurityEventView raise(@Valid @RequestBody RaiseSecurityEvent command) {
        return service.report(command);
    }

    @PutMapping("/{id:" + Ids.PATH + "}/resolve")
    @PreAuthorize("hasAuthority('security:write')")
    SecurityEventView resolve(@PathVariable UUID id, @Valid @RequestBody ResolveSecurityEvent command) {
        return service.resolve(id, command);
    }
}
