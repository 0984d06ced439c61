package com.promode.aurora.auth.factor;

import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.Done;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/2fa")
class FactorController {

    private final FactorService factors;
    private final Enrollee enrollee;

    FactorController(FactorService factors, Enrollee enrollee) {
        this.factors = factors;
        this.enrollee = enrollee;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    FactorsView own() {
        return factors.of(Caller.current().id());
    }

    @PostMapping("/totp")
    @PreAuthorize("permitAll()")
    TotpView offerTotp(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @Valid @RequestBody(required = false) @Nullable EnrolTotp enrol) {
        return factors.offerTotp(enrollee.of(
                authorization, enrol == null ? null : enrol.email(), enrol == null ? null : enrol.password()));
    }

    @PostMapping("/totp/confirm")
    @PreAuthorize("permitAll()")
    FactorsView confirmTotp(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @Valid @RequestBody ConfirmTotp confirm) {
        return factors.confirmTotp(enrollee.of(authorization, confirm.email(), confirm.password()), confirm.code());
    }

    @PostMapping("/sms")
    @PreAuthorize("isAuthenticated()")
    Done offerPhone(@Valid @RequestBody(required = false) @Nullable EnrolPhone enrol) {
        factors.offerPhone(Caller.current().id(), Objects.requireNonNullElse(enrol, EnrolPhone.OF_PROFILE));
        return new Done("A code is on its way; confirm it within 5 minutes");
    }

    @PostMapping("/sms/confirm")
    @PreAuthorize("isAuthenticated()")
    FactorsView confirmPhone(@Valid @RequestBody CurrentCode confirm) {
        return factors.confirmPhone(Caller.current().id(), confirm.code());
    }

    @PostMapping("/backup-codes")
    @PreAuthorize("isAuthenticated()")
    BackupCodesView renewBackupCodes() {
        return factors.renewBackupCodes(Caller.current().id());
    }

    @DeleteMapping
    @PreAuthorize("isAuthenticated()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@Valid @RequestBody CurrentCode current) {
        factors.remove(Caller.current().id(), current.code());
    }
}
