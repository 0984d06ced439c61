package com.promode.aurora.keycloak.factor;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;

/** Ten codes for the day on which the phone is lost: each a credential of its own, gone once it has been used. */
record BackupCodes(SingleUseObjectProvider store, UserModel user) {

    static final String TYPE = "aurora-backup-code";

    private static final int COUNT = 10;
    private static final int LETTERS = 12;
    private static final int GROUP = 4;

    /** Longer than any transaction that may still see a code which another one is using up. */
    private static final Duration CLAIM = Duration.ofHours(1);

    /** New ones in place of what is left; nobody sees them again. */
    List<String> renew() {
        remove();
        var salt = Secret.salt();
        var codes = Stream.generate(() -> Secret.letters(LETTERS))
                .distinct()
                .limit(COUNT)
                .toList();
        codes.forEach(code -> user.credentialManager().createStoredCredential(credential(code, salt)));
        return codes.stream()
                .map(code -> code.replaceAll("(.{%d})(?!$)".formatted(GROUP), "$1-"))
                .toList();
    }

    long left() {
        return credentials().count();
    }

    void remove() {
        credentials()
                .map(CredentialModel::getId)
                .toList()
                .forEach(user.credentialManager()::removeStoredCredentialById);
    }

    /** Whether it was one of them; it is none any more. */
    boolean use(String typed) {
        var code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (code.length() != LETTERS) {
            return false;
        }
        var hashes = new HashMap<String, String>(); // all of a set have one salt
        return credentials()
                .toList() // before one is removed
                .stream()
                .filter(held -> Secret.same(
                        Credentials.secret(held, "hash"),
                        hashes.computeIfAbsent(Credentials.data(held, "salt"), salt -> Secret.hash(code, salt))))
                .findFirst()
                .filter(held -> store.putIfAbsent("aurora.backup-code." + held.getId(), CLAIM.toSeconds()))
                .map(held -> user.credentialManager().removeStoredCredentialById(held.getId()))
                .orElse(false);
    }

    private Stream<CredentialModel> credentials() {
        return user.credentialManager().getStoredCredentialsByTypeStream(TYPE);
    }

    private static CredentialModel credential(String code, String salt) {
        return Credentials.of(TYPE, Map.of("hash", Secret.hash(code, salt)), Map.of("salt", salt));
    }
}
