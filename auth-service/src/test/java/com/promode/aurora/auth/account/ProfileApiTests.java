package com.promode.aurora.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithAdministrators;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.auth.UserEvent.UserChanged;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileApiTests extends WithAdministrators {

    private static final String ME = "/api/auth/me";

    @Test
    void everybodyChangesHisOwn() {
        var user = with(login(KEYCLOAK.create(new NewUser().role("customer"))));
        var command = Map.of(
                "firstName",
                "Ravi",
                "lastName",
                "D'Souza",
                "phone",
                "080 2345 678",
                "avatarUrl",
                "https://a.example/x");
        var answer = user.put(ME, command).expect(200);
        assertThat(answer.ok().path("lastName").asString()).isEqualTo("D'Souza");
        assertThat(user.get(ME).ok()).isEqualTo(answer.ok());
        user.header("If-Match", "\"0\"").put(ME, command).expect(412, "STALE");
        var id = idOf(user);
        events.expect(
                UserChanged.class,
                event -> event.userId().equals(id) && event.firstName().equals("Ravi"));
        var audit = events.expect(AuditRecorded.class, event -> id.equals(event.resourceId()));
        assertThat(audit.userId()).isEqualTo(id);
    }

    @Test
    void nobodyChangesWhatIsNotHis() {
        var user = signedIn(new NewUser().role("customer"));
        user.put(ME, Map.of("firstName", "A", "lastName", "B", "email", "b@aurora.local"))
                .expect(400, "MALFORMED_REQUEST");
        user.put(ME, Map.of("firstName", "A", "lastName", "B", "phone", "call me"))
                .expect(400, "VALIDATION_ERROR");
        user.put(ME, Map.of("firstName", "A")).expect(400, "VALIDATION_ERROR");
        api.put(ME, Map.of("firstName", "A", "lastName", "B")).expect(401, "UNAUTHENTICATED");
    }
}
