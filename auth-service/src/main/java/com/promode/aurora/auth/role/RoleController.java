package com.promode.aurora.auth.role;

import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.IfMatch;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/roles")
class RoleController {

    private final RoleService roles;
    private final RoleQueries queries;

    RoleController(RoleService roles, RoleQueries queries) {
        this.roles = roles;
        this.queries = queries;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('roles:read')")
    Page<RoleView> list(ListQuery query) {
        return queries.find(query);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('roles:write')")
    @ResponseStatus(HttpStatus.CREATED)
    RoleView create(@Valid @RequestBody SaveRole command) {
        return roles.create(command);
    }

    @GetMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('roles:read')")
    RoleView get(@PathVariable UUID id) {
        return queries.get(id);
    }

    @PutMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('roles:write')")
    RoleView change(@PathVariable UUID id, @Valid @RequestBody SaveRole command, IfMatch ifMatch) {
        return roles.change(id, command, ifMatch);
    }

    @DeleteMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('roles:write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        roles.remove(id, ifMatch);
    }
}
