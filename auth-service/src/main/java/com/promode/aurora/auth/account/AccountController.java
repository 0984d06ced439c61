package com.promode.aurora.auth.account;

import com.promode.aurora.auth.user.UserQueries;
import com.promode.aurora.auth.user.UserView;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.list.Filters;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.IfMatch;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/users")
class AccountController {

    private final AccountService accounts;
    private final AccountStatusService statuses;
    private final AccountRolesService roles;
    private final UserQueries queries;

    AccountController(
            AccountService accounts, AccountStatusService statuses, AccountRolesService roles, UserQueries queries) {
        this.accounts = accounts;
        this.statuses = statuses;
        this.roles = roles;
        this.queries = queries;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('users:read')")
    Page<UserView> list(@Filters("role") ListQuery query) {
        return queries.find(query);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('users:write')")
    @ResponseStatus(HttpStatus.CREATED)
    UserView create(
            @Valid @RequestBody CreateUser command,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return accounts.create(command, Requests.of(key));
    }

    @GetMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('users:read')")
    UserView get(@PathVariable UUID id) {
        return queries.get(id);
    }

    @PutMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('users:write')")
    UserView change(@PathVariable UUID id, @Valid @RequestBody ChangeUser command, IfMatch ifMatch) {
        return accounts.change(id, command, ifMatch);
    }

    @DeleteMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('users:write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean anonymise, IfMatch ifMatch) {
        statuses.remove(id, anonymise, ifMatch);
    }

    @PutMapping("/{id:" + Ids.PATH + "}/status")
    @PreAuthorize("hasAuthority('users:write')")
    UserView changeStatus(@PathVariable UUID id, @Valid @RequestBody ChangeStatus command, IfMatch ifMatch) {
        return statuses.changeStatus(id, command.status(), ifMatch);
    }

    @PostMapping("/{id:" + Ids.PATH + "}/roles")
    @PreAuthorize("hasAuthority('users:write')")
    UserView give(@PathVariable UUID id, @Valid @RequestBody GiveRoles command) {
        return roles.give(id, command);
    }

    @DeleteMapping("/{id:" + Ids.PATH + "}/roles/{roleId:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('users:write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable UUID id, @PathVariable UUID roleId) {
        roles.take(id, roleId);
    }
}
