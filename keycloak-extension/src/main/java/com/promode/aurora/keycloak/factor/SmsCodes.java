package com.promode.aurora.keycloak.factor;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;

/**
 * One-time codes by text message. Each is good once, for five minutes and five tries; a new one takes the place of the
 * one before. A user is sent three in a quarter of an hour.
 */
record SmsCodes(SingleUseObjectProvider store, @Nullable SmsSender sender, UserModel user) {

    private static final int DIGITS = 6;
    private static final int TRIES = 5;
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int SENT = 3;
    private static final Duration SENT_IN = Duration.ofMinutes(15);

    /** What a code is asked for: one for signing in enrols no phone. */
    enum Purpose {
        SIGN_IN,
        ENROLMENT
    }

    /** How sending went. */
    enum Outcome {
        SENT,
        TOO_MANY,
        UNAVAILABLE
    }

    Outcome send(Purpose purpose, String phone) {
        if (sender == null) {
            return Outcome.UNAVAILABLE;
        }
        if (!new Slots(store, "aurora.sms.%s".formatted(user.getId()), SENT, SENT_IN).take()) {
            return Outcome.TOO_MANY;
        }
        var code = Secret.digits(DIGITS);
        var salt = Secret.salt();
        store.put(
                key(purpose), LIFE.toSeconds(), Map.of("salt", salt, "hash", Secret.hash(code, salt), "phone", phone));
        var text = "%s is your Aurora code. It is good for %d minutes. Nobody from Aurora will ask you for it."
                .formatted(code, LIFE.toMinutes());
        return sender.send(phone, text) ? Outcome.SENT : Outcome.UNAVAILABLE;
    }

    /** The phone that the code was sent to, if it is right; it is used up then. */
    Optional<String> use(Purpose purpose, String code) {
        var sent = store.get(key(purpose));
        if (sent == null) {
            return Optional.empty();
        }
        var salt = note(sent, "salt");
        if (!new Slots(store, "aurora.sms-try." + salt, TRIES, LIFE).take()
                || !Secret.same(note(sent, "hash"), Secret.hash(code, salt))
                || store.remove(key(purpose)) == null) {
            return Optional.empty();
        }
        return Optional.of(note(sent, "phone"));
    }

    private String key(Purpose purpose) {
        return "aurora.sms-code.%s.%s".formatted(purpose, user.getId());
    }

    private static String note(Map<String, String> notes, String name) {
        return Objects.requireNonNull(notes.get(name));
    }
}
