package com.promode.aurora.auth.keycloak;

import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.BusinessException.Detail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;

/** Says in Aurora's words why Keycloak did not do what it was told. */
public final class Refusals {

    private static final Map<String, String> FIELDS = Map.of("avatar_url", "avatarUrl", "username", "email");

    private Refusals() {}

    /** Does it, or refuses as Keycloak did. */
    public static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (HttpClientErrorException e) {
            throw of(e);
        }
    }

    /** The same for what answers nothing. */
    public static void translated(Runnable call) {
        translated(() -> {
            call.run();
            return "";
        });
    }

    private static BusinessException of(HttpClientErrorException refused) {
        var answer = answer(refused);
        return switch (HttpStatus.valueOf(refused.getStatusCode().value())) {
            case CONFLICT -> BusinessException.conflict("DUPLICATE", "The name or e-mail address is taken");
            case NOT_FOUND -> BusinessException.conflict("CONFLICT", "Somebody removed it meanwhile; read it again");
            case BAD_REQUEST -> BusinessException.invalid(answer.details());
            default -> BusinessException.unavailable("Keycloak does not let this service do that");
        };
    }

    private static Answer answer(HttpClientErrorException refused) {
        var answer = refused.getResponseBodyAs(Answer.class);
        return answer == null ? new Answer(null, null, null, null) : answer;
    }

    /** Keycloak's own keys, such as {@code invalidPasswordMinLengthMessage}: texts meant for machines, not its inside. */
    private record Answer(
            @Nullable String field,
            @Nullable String errorMessage,
            @Nullable String error,
            @Nullable List<Answer> errors) {

        List<Detail> details() {
            return errors == null
                    ? List.of(detail())
                    : errors.stream().map(Answer::detail).toList();
        }

        private Detail detail() {
            var text = String.valueOf(errorMessage == null ? error : errorMessage);
            var name = text.toLowerCase(Locale.ROOT).contains("password") ? "password" : "";
            return new Detail(
                    field == null ? name : FIELDS.getOrDefault(field, field), "is not accepted (" + text + ")");
        }
    }
}
