package com.promode.aurora.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.notification.TestPeople;
import com.promode.aurora.notification.socket.SocketMessage;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.ServiceTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
@Import(TestPeople.class)
class AlertRepositoryTests {

    private static final String CHANNEL = "/ws/inventory/alerts";
    private static final UUID NONE = new UUID(0, 0);

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private AlertRepository alerts;

    @Autowired
    private Tenants tenants;

    @Autowired
    private TestPeople people;

    @Autowired
    private JsonMapper json;

    @Test
    void findsWhatWasRecordedOrStoredAfter() {
        var recordedFirst = alert();
        var since = alert();
        var after = alert();
        keep(since);
        keep(recordedFirst);
        keep(after);
        assertThat(since(since.id(), 10)).containsExactly(recordedFirst.id(), after.id());
        assertThat(since(recordedFirst.id(), 10)).containsExactly(since.id(), after.id());
        assertThat(since(after.id(), 10)).isEmpty();
        assertThat(since(NONE, 2)).containsExactly(since.id(), after.id());
    }

    @Test
    void keepsAnAlertOnce() {
        var alert = alert();
        keep(alert);
        keep(alert);
        assertThat(since(NONE, 10)).containsExactly(alert.id());
    }

    @Test
    void tellsItAgainAsItWasTold() {
        var alert = alert();
        keep(alert);
        assertThat(all(CHANNEL, NONE, 10)).singleElement().satisfies(told -> assertThat(json.writeValueAsString(told))
                .isEqualTo(json.writeValueAsString(alert)));
    }

    @Test
    void tellsNothingOfOtherChannelsOrTenants() {
        var alert = alert();
        keep(alert);
        tenants.run(tenant, () -> alerts.keep("/ws/admin/security-events", alert()));
        tenants.run(UUID.randomUUID(), () -> alerts.keep(CHANNEL, alert()));
        assertThat(since(NONE, 10)).containsExactly(alert.id());
        assertThat(all("/ws/admin/security-events", NONE, 10)).hasSize(1);
    }

    @Test
    void forgetsOldAlertsOfEachTenant() {
        keep(alert());
        var other = UUID.randomUUID();
        tenants.run(other, () -> alerts.keep(CHANNEL, alert()));
        people.see(tenant, sql -> sql.sql("INSERT INTO tenants (id, code, name) VALUES (?, ?, 'Test')")
                .param(tenant)
                .param(tenant.toString())
                .update());

        new AlertJob(alerts, tenants, new AlertProperties(Duration.ofSeconds(-1))).forget();

        assertThat(since(NONE, 10)).isEmpty();
        tenants.run(other, () -> assertThat(alerts.since(CHANNEL, NONE, 10)).hasSize(1));
    }

    private static SocketMessage alert() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("productId", UUID.randomUUID());
        data.put("onHand", new BigDecimal("9.500"));
        data.put("id", "as told");
        return new SocketMessage(Ids.next(), "StockLow", Instant.parse("2026-11-26T10:15:30.123456Z"), data);
    }

    private void keep(SocketMessage alert) {
        tenants.run(tenant, () -> alerts.keep(CHANNEL, alert));
    }

    private List<UUID> since(UUID id, int limit) {
        return all(CHANNEL, id, limit).stream().map(SocketMessage::id).toList();
    }

    private List<SocketMessage> all(String channel, UUID id, int limit) {
        var found = new ArrayList<SocketMessage>();
        tenants.run(tenant, () -> found.addAll(alerts.since(channel, id, limit)));
        return found;
    }
}
