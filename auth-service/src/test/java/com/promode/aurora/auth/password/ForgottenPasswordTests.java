package com.promode.aurora.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithKeycloak;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.test.Api.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ForgottenPasswordTests extends WithKeycloak {

    private static final Mailbox MAILBOX = new Mailbox();
    private static final Pattern LINK = Pattern.compile("http://\\S+action-token\\S+");

    private final String user = KEYCLOAK.create(new NewUser().role("customer"));

    @BeforeAll
    static void mailThroughUs() {
        KEYCLOAK.call(
                "PUT",
                "",
                Map.of(
                        "smtpServer",
                        Map.of(
                                "host", "127.0.0.1",
                                "port", Integer.toString(MAILBOX.port()),
                                "from", "aurora@aurora.local")));
    }

    @Test
    void mailsALinkForANewPassword() throws Exception {
        forgot(user.toUpperCase(Locale.ROOT), "10.2.0.1").expect(200);
        var link = LINK.matcher(MAILBOX.first(user));
        assertThat(link.find()).isTrue();
        var page = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(HttpRequest.newBuilder(URI.create(link.group())).build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        events.expect(
                AuditRecorded.class,
                row -> row.action().equals("password.forgot")
                        && String.valueOf(row.resourceId()).equals(KEYCLOAK.id(user)));
        login(user).expect(200); // nothing has changed yet
    }

    @Test
    void answersAlikeWhoeverAsks() {
        var disabled = KEYCLOAK.create(new NewUser().role("customer").disabled());
        var known = forgot(user, "10.2.0.2").expect(200);
        assertThat(forgot("nobody@aurora.local", "10.2.0.2").expect(200).body()).isEqualTo(known.body());
        assertThat(forgot(disabled, "10.2.0.2").expect(200).body()).isEqualTo(known.body());
        MAILBOX.first(user);
        assertThat(MAILBOX.to(disabled)).isEmpty();
    }

    @Test
    void doesNotWaitForKeycloak() {
        KEYCLOAK.link().freeze();
        try {
            var start = System.nanoTime(); // whoever waits, waits 3 s
            forgot(user, "10.2.0.3").expect(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        } finally {
            KEYCLOAK.link().thaw();
        }
    }

    @Test
    void mailsNobodyWithoutEnd() {
        for (var time = 0; time < 5; time++) {
            forgot(user, "10.2.1." + time).expect(200);
        }
        var last = KEYCLOAK.create(new NewUser().role("customer"));
        forgot(last, "10.2.1.9").expect(200);
        MAILBOX.first(last);
        assertThat(MAILBOX.to(user)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void refusesWhatIsNoAddress() {
        api.post("/api/auth/password/forgot", Map.of()).expect(400, "VALIDATION_ERROR");
        forgot("a\u0000b", "10.2.0.4").expect(400, "VALIDATION_ERROR");
    }

    private Answer forgot(String email, String address) {
        return api.header("X-Forwarded-For", address).post("/api/auth/password/forgot", Map.of("email", email));
    }
}
