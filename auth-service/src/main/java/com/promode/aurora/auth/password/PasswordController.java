package com.promode.aurora.auth.password;

import com.promode.aurora.starter.web.Done;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own password; public, for whoever has to change it can't sign in before he has. */
@RestController
@RequestMapping("/api/auth/password")
class PasswordController {

    private final PasswordService passwords;
    private final PasswordMails mails;

    PasswordController(PasswordService passwords, PasswordMails mails) {
        this.passwords = passwords;
        this.mails = mails;
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    Done change(@Valid @RequestBody ChangePassword change) {
        passwords.change(change);
        return new Done("The password is changed; sign in with it");
    }

    @PostMapping("/forgot")
    @PreAuthorize("permitAll()")
    Done forgot(@Valid @RequestBody ForgotPassword forgot, HttpServletRequest request) {
        mails.send(forgot.email(), request.getRemoteAddr());
        return new Done("If there is an account with this address, a message with a link is on its way to it");
    }
}
