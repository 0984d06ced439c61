package com.promode.aurora.auth.password;

import com.promode.aurora.starter.web.Done;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passwords and locks of others. */
@RestController
@RequestMapping("/api/admin/users/{id}")
class UserPasswordController {

    private final PasswordService passwords;

    UserPasswordController(PasswordService passwords) {
        this.passwords = passwords;
    }

    @PutMapping("/password")
    @PreAuthorize("hasAuthority('users:write')")
    Done reset(@PathVariable UUID id, @Valid @RequestBody ResetPassword reset) {
        passwords.reset(id, reset.password());
        return new Done("The password is set; it has to be changed at the next sign-in");
    }

    @PostMapping("/unlock")
    @PreAuthorize("hasAuthority('users:write')")
    Done unlock(@PathVariable UUID id) {
        passwords.unlock(id);
        return new Done("The account is not locked any more");
    }
}
