package com.promode.aurora.keycloak.factor;

import com.promode.aurora.keycloak.factor.SmsCodes.Outcome;
import com.promode.aurora.keycloak.factor.SmsCodes.Purpose;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** All that one user may prove himself with besides his password. */
final class SecondFactors {

    private static final String CLIENT = "aurora-auth";
    private static final String REQUIRED_BY = "second_factor";
    private static final String SMS = "aurora-sms";
    private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");

    private final RealmModel realm;
    private final UserModel user;
    private final TotpApp totp;
    private final SmsCodes smsCodes;
    private final BackupCodes backupCodes;

    SecondFactors(KeycloakSession session, RealmModel realm, UserModel user, @Nullable SmsSender sender) {
        this.realm = realm;
        this.user = user;
        this.totp = new TotpApp(session, realm, user);
        this.smsCodes = new SmsCodes(session.singleUseObjects(), sender, user);
        this.backupCodes = new BackupCodes(session.singleUseObjects(), user);
    }

    /** Whether a role of his demands one. */
    boolean required() {
        var client = realm.getClientByClientId(CLIENT);
        var role = client == null ? null : client.getRole(REQUIRED_BY);
        return role != null && user.hasRole(role);
    }

    /** Whether there is one; backup codes alone are none, they stand in for another. */
    boolean any() {
        return totp.enrolled() || phone().isPresent();
    }

    TotpApp totp() {
        return totp;
    }

    BackupCodes backupCodes() {
        return backupCodes;
    }

    /** Where codes go to: the number that has proved to be his. */
    Optional<String> phone() {
        return phones().findFirst().map(held -> Credentials.data(held, "phone"));
    }

    /** Whichever kind of code it is; it is used up when it is right. */
    boolean use(String typed) {
        var code = typed.replaceAll("\\s", "");
        if (!any()) {
            return false;
        }
        if (!DIGITS.matcher(code).matches()) {
            return backupCodes.use(code);
        }
        return totp.use(code)
                || (phone().isPresent() && smsCodes.use(Purpose.SIGN_IN, code).isPresent());
    }

    /** Sends a code to whoever has a phone for it; that none may be sent now is not told to the one who signs in. */
    void sendCode() {
        phone().ifPresent(phone -> smsCodes.send(Purpose.SIGN_IN, phone));
    }

    Outcome offerPhone(String phone) {
        return smsCodes.send(Purpose.ENROLMENT, phone);
    }

    /** Whether the code is the one that was sent to the phone on offer; that phone is a factor from then on. */
    boolean confirmPhone(String code) {
        var proved = smsCodes.use(Purpose.ENROLMENT, code);
        proved.ifPresent(phone -> {
            removePhones();
            user.credentialManager().createStoredCredential(Credentials.of(SMS, Map.of(), Map.of("phone", phone)));
        });
        return proved.isPresent();
    }

    void removeAll() {
        totp.remove();
        removePhones();
        backupCodes.remove();
    }

    private void removePhones() {
        phones().map(CredentialModel::getId).toList().forEach(user.credentialManager()::removeStoredCredentialById);
    }

    private Stream<CredentialModel> phones() {
        return user.credentialManager().getStoredCredentialsByTypeStream(SMS);
    }
}
