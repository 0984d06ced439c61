package com.promode.aurora.auth.account;

import com.promode.aurora.auth.user.UserView;
import com.promode.aurora.starter.web.IfMatch;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/me")
class OwnAccountController {

    private final AccountService accounts;

    OwnAccountController(AccountService accounts) {
        this.accounts = accounts;
    }

    @PutMapping
    @PreAuthorize("isAuthenticated()")
    UserView change(@Valid @RequestBody ChangeProfile command, IfMatch ifMatch) {
        return accounts.changeOwn(command, ifMatch);
    }
}
