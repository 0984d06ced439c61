package com.promode.aurora.auth.factor;

import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.KeycloakFactors;
import com.promode.aurora.auth.keycloak.KeycloakFactors.Code;
import com.promode.aurora.auth.keycloak.KeycloakFactors.Phone;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;

/** Second factors live in Keycloak; this enrols and removes them there, and writes it down. */
@Service
class FactorService {

    private final KeycloakFactors factors;
    private final KeycloakAdmin keycloak;
    private final FactorTrail trail;
    private final Tenants tenants;

    FactorService(KeycloakFactors factors, KeycloakAdmin keycloak, FactorTrail trail, Tenants tenants) {
        this.factors = factors;
        this.keycloak = keycloak;
        this.trail = trail;
        this.tenants = tenants;
    }

    FactorsView of(UUID user) {
        return FactorsView.of(ask(() -> factors.state(user)));
    }

    TotpView offerTotp(UUID user) {
        return TotpView.of(ask(() -> factors.offerTotp(user)));
    }

    FactorsView confirmTotp(UUID user, String code) {
        tell(() -> factors.confirmTotp(user, new Code(code)));
        return changed("2fa.totp.enrol", user);
    }

    void offerPhone(UUID user, EnrolPhone enrol) {
        var phone = enrol.phone() != null
                ? enrol.phone()
                : ask(() -> keycloak.user(user))
                        .attribute("phone")
                        .filter(number -> number.startsWith("+"))
                        .orElseThrow(() -> BusinessException.invalid(
                                "phone", "is missing, and the profile has none with a country code"));
        tell(() -> factors.offerPhone(user, new Phone(phone.replaceAll("[ ()-]", ""))));
    }

    FactorsView confirmPhone(UUID user, String code) {
        tell(() -> factors.confirmPhone(user, new Code(code)));
        return changed("2fa.sms.enrol", user);
    }

    BackupCodesView renewBackupCodes(UUID user) {
        var codes = ask(() -> factors.renewBackupCodes(user)).codes();
        changed("2fa.backup-codes.renew", user);
        return new BackupCodesView(codes);
    }

    void remove(UUID user, String code) {
        tell(() -> factors.remove(user, new Code(code)));
        changed("2fa.remove", user);
    }

    private FactorsView changed(String action, UUID user) {
        var now = of(user);
        keycloak.user(user).tenant().ifPresent(tenant -> tenants.run(tenant, () -> trail.record(action, user, now)));
        return now;
    }

    private static void tell(Runnable call) {
        ask(() -> {
            call.run();
            return true;
        });
    }

    private static <T> T ask(Supplier<T> call) {
        try {
            return call.get();
        } catch (HttpClientErrorException e) {
            throw FactorRefusal.of(e);
        }
    }
}
