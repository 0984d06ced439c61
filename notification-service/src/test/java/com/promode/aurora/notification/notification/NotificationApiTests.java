package com.promode.aurora.notification.notification;

import static com.promode.aurora.notification.TestPeople.low;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.notification.TestPeople;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(TestPeople.class)
class NotificationApiTests {

    private static final String PATH = "/api/notifications";

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private TestPeople people;

    @Autowired
    private Events events;

    @Autowired
    private Api anonymous;

    private UUID user = tenant;
    private Api api;
    private Api colleague;

    @BeforeEach
    void prepare() {
        user = people.user(tenant, "stock:read");
        api = anonymous.as().tenant(tenant).user(user);
        colleague = api.user(people.user(tenant, "stock:read"));
    }

    @Test
    void listsOwnNewestFirstPartByPart() {
        var told = tell(5);
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get(PATH + "?limit=2" + cursor);
            page.ok().forEach(item -> seen.add(item.path("id").asString()));
            assertThat(page.meta().path("limit").asInt()).isEqualTo(2);
            cursor = page.meta().path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.meta().path("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyElementsOf(told.reversed());
        assertThat(ids(api.get(PATH + "?sort=createdAt").ok())).containsExactlyElementsOf(told);
        assertThat(api.get(PATH + "?total=true&limit=1").meta().path("total").asInt())
                .isEqualTo(5);
        assertThat(ids(colleague.get(PATH).ok())).hasSize(5).doesNotContainAnyElementsOf(told);
    }

    @Test
    void filters() {
        var told = tell(3);
        api.put(PATH + "/" + told.getFirst() + "/read", null).ok();
        assertThat(ids(api.get(PATH + "?isRead=true").ok())).containsExactly(told.getFirst());
        assertThat(ids(api.get(PATH + "?isRead=false").ok())).hasSize(2).doesNotContain(told.getFirst());
        assertThat(ids(api.get(PATH + "?category=inventory&type=warning").ok())).hasSize(3);
        assertThat(ids(api.get(PATH + "?category=payment").ok())).isEmpty();
        assertThat(ids(api.get(PATH + "?type=error").ok())).isEmpty();
        assertThat(api.get(PATH + "?fields=id,isRead").ok().get(0).propertyNames())
                .containsExactly("id", "isRead");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?type=loud", "?category=weather", "?isRead=maybe", "?userId=1", "?sort=title", "?cursor=x"})
    void refusesWhatTheListDoesNotKnow(String query) {
        api.get(PATH + query).expect(400, "VALIDATION_ERROR");
    }

    @Test
    void readsOne() {
        var id = tell(1).getFirst();
        assertThat(api.put(PATH + "/" + id + "/read", null).ok().path("isRead").asBoolean())
                .isTrue();
        assertThat(api.put(PATH + "/" + id + "/read", null).ok().path("isRead").asBoolean())
                .isTrue();
        api.put(PATH + "/mark-all-read", null).ok();
        // of the same key as the one before, so whatever the repetition had recorded is here by then
        api.delete(PATH + "/" + id).expect(204);
        events.expect(
                AuditRecorded.class,
                audit -> audit.action().equals("notification.delete")
                        && UUID.fromString(id).equals(audit.resourceId()));
        assertThat(events.all(AuditRecorded.class, audit -> UUID.fromString(id).equals(audit.resourceId())))
                .extracting(AuditRecorded::action)
                .containsExactly("notification.read", "notification.delete");
    }

    @Test
    void readsAll() {
        tell(3);
        assertThat(api.put(PATH + "/mark-all-read", null).ok().path("updated").asInt())
                .isEqualTo(3);
        assertThat(api.put(PATH + "/mark-all-read", null).ok().path("updated").asInt())
                .isZero();
        assertThat(ids(api.get(PATH + "?isRead=false").ok())).isEmpty();
        assertThat(ids(colleague.get(PATH + "?isRead=false").ok())).hasSize(3);
        assertThat(events.expect(
                                AuditRecorded.class,
                                audit -> audit.action().equals("notification.read_all") && user.equals(audit.userId()))
                        .newValues())
                .containsEntry("updated", 3);
    }

    @Test
    void deletes() {
        var told = tell(2);
        api.delete(PATH + "/" + told.getFirst()).expect(204);
        api.delete(PATH + "/" + told.getFirst()).expect(404, "NOT_FOUND");
        assertThat(ids(api.get(PATH).ok())).containsExactly(told.getLast());
    }

    @Test
    void thoseOfOthersDoNotExist() {
        var id = tell(1).getFirst();
        for (var stranger : List.of(colleague, api.tenant(UUID.randomUUID()))) {
            stranger.put(PATH + "/" + id + "/read", null).expect(404, "NOT_FOUND");
            stranger.delete(PATH + "/" + id).expect(404, "NOT_FOUND");
        }
        assertThat(ids(api.tenant(UUID.randomUUID()).get(PATH).ok())).isEmpty();
        assertThat(ids(api.get(PATH + "?isRead=false").ok())).containsExactly(id);
    }

    @Test
    void needsAToken() {
        anonymous.get(PATH).expect(401, "UNAUTHENTICATED");
        anonymous.put(PATH + "/mark-all-read", null).expect(401, "UNAUTHENTICATED");
        anonymous.delete(PATH + "/" + UUID.randomUUID()).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void withoutATenantThereAreNoRows() {
        tell(1);
        int seen = people.see(tenant, sql -> sql.sql("SELECT count(*) FROM notifications")
                .query(Integer.class)
                .single());
        assertThat(seen).isPositive();
        assertThat(people.seeAsNobody("SELECT count(*) FROM notifications")).isZero();
        assertThat(people.seeAsNobody("SELECT count(*) FROM alerts")).isZero();
        assertThat(people.seeAsNobody("SELECT count(*) FROM recipients")).isZero();
    }

    /** Ids of so many notifications of the user, oldest first. */
    private List<String> tell(int count) {
        for (var number = 0; number < count; number++) {
            var low = low();
            events.send(tenant, low);
            people.applied(tenant, "notification.alert", low.eventId());
        }
        return ids(api.get(PATH + "?sort=createdAt").ok());
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.path("id").asString()).toList();
    }
}
