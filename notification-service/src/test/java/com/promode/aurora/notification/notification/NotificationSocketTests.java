package com.promode.aurora.notification.notification;

import static com.promode.aurora.notification.TestPeople.low;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.notification.TestPeople;
import com.promode.aurora.notification.TestSocket;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(TestPeople.class)
class NotificationSocketTests {

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private TestPeople people;

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    @Autowired
    private TestTokens tokens;

    @Test
    void tellsAUserWhatHeCanReadInHisList() {
        var user = people.user(tenant, "stock:read");
        try (var socket = open(tenant, user, "")) {
            events.send(tenant, low());
            var message = socket.hear(1).getFirst();
            var listed = api.as()
                    .tenant(tenant)
                    .user(user)
                    .get("/api/notifications")
                    .ok()
                    .get(0);
            assertThat(message.propertyNames()).containsExactly("id", "type", "occurredAt", "data");
            assertThat(message.path("type").asString()).isEqualTo("NotificationCreated");
            assertThat(message.path("id")).isEqualTo(listed.path("id"));
            assertThat(message.path("occurredAt")).isEqualTo(listed.path("createdAt"));
            assertThat(message.path("data")).isEqualTo(listed);
        }
    }

    @Test
    void tellsEachUserHisOwn() {
        var one = people.user(tenant, "stock:read");
        var two = people.user(tenant, "stock:read");
        try (var first = open(tenant, one, "");
                var second = open(tenant, two, "");
                var secondAgain = open(tenant, two, "")) {
            events.send(tenant, low());
            assertThat(first.hear(1)).isNotEqualTo(second.hear(1));
            assertThat(second.hear(1)).isEqualTo(secondAgain.hear(1));
        }
    }

    @Test
    void belongsToOneUserAlone() {
        var user = people.user(tenant, "stock:read");
        var url = api.url() + "/ws/notifications/" + user;
        var other = tokens.token(tenant, UUID.randomUUID(), List.of("stock:read"));
        assertThat(TestSocket.refusal(url, with -> with.header("Authorization", "Bearer " + other)))
                .isEqualTo(404);
        assertThat(TestSocket.refusal(url, with -> with)).isEqualTo(401);
        assertThat(TestSocket.refusal(
                        api.url() + "/ws/notifications/me", with -> with.header("Authorization", "Bearer " + other)))
                .isEqualTo(404);
    }

    @Test
    void replaysInTheOrderOfTheirIdsWithoutGapOrDouble() {
        var user = people.user(tenant, "stock:read");
        String since;
        try (var socket = open(tenant, user, "")) {
            events.send(tenant, low());
            since = socket.hear(1).getFirst().path("id").asString();
        }
        for (var number = 0; number < 30; number++) {
            events.send(tenant, low());
        }
        try (var socket = open(tenant, user, "?since=" + since)) {
            for (var number = 0; number < 30; number++) {
                events.send(tenant, low());
            }
            var ids = socket.hear(60).stream()
                    .map(message -> message.path("id").asString())
                    .toList();
            assertThat(ids).doesNotHaveDuplicates().isSorted().doesNotContain(since);
            events.send(tenant, low());
            socket.hear(61);
            assertThat(listed(user)).isEqualTo(61 + 1);
        }
    }

    @Test
    void sameUserIdInAnotherTenantIsAnotherUser() {
        var user = people.user(tenant, "stock:read");
        var stranger = UUID.randomUUID();
        people.change(stranger, user, 1, "active", false, "stock:read");
        try (var socket = open(stranger, user, "?since=00000000-0000-0000-0000-000000000000")) {
            events.send(tenant, low());
            try (var own = open(tenant, user, "?since=00000000-0000-0000-0000-000000000000")) {
                own.hear(1);
            }
            var theirs = low();
            events.send(stranger, theirs);
            assertThat(productOf(socket.hear(1).getFirst()))
                    .isEqualTo(theirs.productId().toString());
        }
    }

    private int listed(UUID user) {
        return api.as()
                .tenant(tenant)
                .user(user)
                .get("/api/notifications?total=true")
                .meta()
                .path("total")
                .asInt();
    }

    private static String productOf(JsonNode message) {
        return message.path("data").path("metadata").path("productId").asString();
    }

    private TestSocket open(UUID of, UUID user, String query) {
        return TestSocket.open(api.url() + "/ws/notifications/" + user + query, tokens.token(of, user, List.of()));
    }
}
