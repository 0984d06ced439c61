package com.promode.aurora.auth.mobile;

import com.promode.aurora.auth.keycloak.Accounts;
import com.promode.aurora.auth.keycloak.Role;
import com.promode.aurora.auth.mobile.MobileProfile.User;
import com.promode.aurora.auth.session.Login;
import com.promode.aurora.auth.session.SessionEnding;
import com.promode.aurora.auth.session.TokenView;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.Done;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/mobile/auth")
class MobileController {

    private final MobileSignIn signIn;
    private final SessionEnding ending;
    private final MobileUserQueries users;
    private final Accounts accounts;

    MobileController(MobileSignIn signIn, SessionEnding ending, MobileUserQueries users, Accounts accounts) {
        this.signIn = signIn;
        this.ending = ending;
        this.users = users;
        this.accounts = accounts;
    }

    @PostMapping("/login")
    @PreAuthorize("permitAll()")
    TokenView login(@Valid @RequestBody Login login) {
        return signIn.open(login);
    }

    @PostMapping("/logout")
    @PreAuthorize("isAuthenticated()")
    Done logout() {
        ending.callers();
        return new Done("Signed out");
    }

    @GetMapping("/profile")
    @PreAuthorize("isAuthenticated()")
    MobileProfile profile() {
        var caller = Caller.current();
        var roles = Role.ours(Optional.ofNullable(caller.token().getToken().getClaimAsStringList("roles"))
                .orElse(List.of()));
        // who is brand new has a token already although the users have not been reconciled since
        return MobileProfile.of(
                users.find(caller.id(), roles).orElseGet(() -> User.of(accounts.ofTenant(caller.id()), roles)));
    }
}
