package com.promode.aurora.notification.stock;

import static com.promode.aurora.notification.TestPeople.low;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.contracts.notification.NotificationEvent.NotificationCreated;
import com.promode.aurora.contracts.notification.Recipient;
import com.promode.aurora.notification.TestPeople;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import(TestPeople.class)
class StockAlertListenerTests {

    private static final String GROUP = "notification.alert";

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private TestPeople people;

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    @Test
    void notifiesActiveUsersWhoMayReadStock() {
        var warehouse = people.user(tenant, "stock:read", "stock:write");
        var inventory = people.user(tenant, "stock:read");
        people.user(tenant, "orders:own");
        people.change(tenant, UUID.randomUUID(), 1, "suspended", false, "stock:read");
        people.change(tenant, UUID.randomUUID(), 1, "active", true, "stock:read");
        people.user(UUID.randomUUID(), "stock:read");

        var low = low();
        events.send(tenant, low);
        people.applied(tenant, GROUP, low.eventId());

        assertThat(people.notified(tenant, low.eventId())).containsExactlyInAnyOrder(warehouse, inventory);
        var created = events.expect(
                NotificationCreated.class, event -> event.tenantId().equals(tenant));
        assertThat(created.recipients()).extracting(Recipient::userId).containsExactlyInAnyOrder(warehouse, inventory);
        assertThat(events.header(created, "ce_tenantid")).isEqualTo(tenant.toString());
    }

    @Test
    void saysWhatIsLow() {
        var user = people.user(tenant, "stock:read");
        var low = low();
        events.send(tenant, low);
        people.applied(tenant, GROUP, low.eventId());

        var told = api.as()
                .tenant(tenant)
                .user(user)
                .get("/api/notifications")
                .ok()
                .get(0);
        assertThat(told.path("title").asString()).isEqualTo("PRD-042 is running low");
        assertThat(told.path("message").asString())
                .isEqualTo("Stock of PRD-042 is down to 9.5; its reorder point is 10. Order more.");
        assertThat(told.path("type").asString()).isEqualTo("warning");
        assertThat(told.path("category").asString()).isEqualTo("inventory");
        assertThat(told.path("isRead").asBoolean()).isFalse();
        assertThat(told.path("actionUrl").asString()).isEqualTo("/inventory/products/" + low.productId());
        assertThat(told.path("metadata").toString())
                .contains("\"productId\":\"" + low.productId() + "\"", "\"onHand\":9.500", "\"reorderPoint\":10.000");
        assertThat(told.propertyNames())
                .containsExactly(
                        "id", "title", "message", "type", "category", "isRead", "actionUrl", "metadata", "createdAt");
    }

    @Test
    void sameEventAHundredTimesIsOneNotification() {
        var user = people.user(tenant, "stock:read");
        var low = low();
        for (var time = 0; time < 100; time++) {
            events.send(tenant, low);
        }
        // of the same product, so it comes last
        var next = new StockLow(
                UUID.randomUUID(), low.recordedAt(), low.productId(), "PRD-042", low.onHand(), low.reorderPoint());
        events.send(tenant, next);
        people.applied(tenant, GROUP, next.eventId());

        assertThat(people.notified(tenant, low.eventId())).containsExactly(user);
        assertThat(people.notified(tenant, next.eventId())).containsExactly(user);
    }

    @Test
    void nobodyToTellIsNoEvent() {
        var low = low();
        events.send(tenant, low);
        people.applied(tenant, GROUP, low.eventId());
        var user = people.user(tenant, "stock:read");
        var later = low();
        events.send(tenant, later);

        var created = events.expect(
                NotificationCreated.class, event -> event.tenantId().equals(tenant));
        assertThat(created.metadata())
                .containsEntry("productId", later.productId().toString());
        assertThat(people.notified(tenant, low.eventId())).isEmpty();
        assertThat(people.notified(tenant, later.eventId())).containsExactly(user);
    }
}
