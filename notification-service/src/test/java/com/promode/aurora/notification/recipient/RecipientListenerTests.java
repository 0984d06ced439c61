package com.promode.aurora.notification.recipient;

import static com.promode.aurora.notification.TestPeople.low;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.notification.TestPeople;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import(TestPeople.class)
class RecipientListenerTests {

    private final UUID tenant = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    @Autowired
    private TestPeople people;

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    @Test
    void followsPermissionsAndStatus() {
        people.change(tenant, user, 1, "active", false, "products:read");
        assertThat(toldOfNext()).isEmpty();
        people.change(tenant, user, 2, "active", false, "products:read", "stock:read");
        assertThat(toldOfNext()).containsExactly(user);
        people.change(tenant, user, 3, "inactive", false, "products:read", "stock:read");
        assertThat(toldOfNext()).isEmpty();
    }

    @Test
    void dropsWhatIsNotNewer() {
        people.change(tenant, user, 5, "active", false, "stock:read");
        people.change(tenant, user, 4, "suspended", false);
        people.change(tenant, user, 5, "suspended", false);
        assertThat(toldOfNext()).containsExactly(user);
    }

    @Test
    void deletedUserIsForgottenAndStaysSo() {
        people.change(tenant, user, 1, "active", false, "stock:read");
        assertThat(toldOfNext()).containsExactly(user);
        var colleague = people.user(tenant, "stock:read");
        people.change(tenant, user, 3, "active", true, "stock:read");
        people.change(tenant, user, 2, "active", false, "stock:read");
        assertThat(toldOfNext()).containsExactly(colleague);
        assertThat(api.as().tenant(tenant).user(user).get("/api/notifications").ok())
                .isEmpty();
    }

    @Test
    void lateNewsOfADeletedUserLeavesHisNotificationsAlone() {
        people.change(tenant, user, 3, "active", false, "stock:read");
        assertThat(toldOfNext()).containsExactly(user);
        people.change(tenant, user, 2, "active", true);
        assertThat(api.as().tenant(tenant).user(user).get("/api/notifications").ok())
                .hasSize(1);
    }

    private List<UUID> toldOfNext() {
        var low = low();
        events.send(tenant, low);
        people.applied(tenant, "notification.alert", low.eventId());
        return people.notified(tenant, low.eventId());
    }
}
