package com.promode.aurora.notification.alert;

import static com.promode.aurora.notification.TestPeople.low;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.notification.TestPeople;
import com.promode.aurora.notification.socket.SocketMessage;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.ServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import(TestPeople.class)
class StockAlertQueriesTests {

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private StockAlertService alerts;

    @Autowired
    private StockAlertQueries queries;

    @Autowired
    private Tenants tenants;

    @Autowired
    private TestPeople people;

    @Test
    void findsWhatWasRecordedOrStoredAfter() {
        var recordedFirst = low();
        var since = low();
        var after = low();
        raise(since);
        raise(recordedFirst);
        raise(after);
        assertThat(since(since.eventId(), 10)).containsExactly(recordedFirst.eventId(), after.eventId());
        assertThat(since(recordedFirst.eventId(), 10)).containsExactly(since.eventId(), after.eventId());
        assertThat(since(after.eventId(), 10)).isEmpty();
        assertThat(since(new UUID(0, 0), 2)).containsExactly(since.eventId(), after.eventId());
    }

    @Test
    void storesAnAlertOnce() {
        var low = low();
        raise(low);
        raise(low);
        assertThat(since(new UUID(0, 0), 10)).containsExactly(low.eventId());
    }

    @Test
    void forgetsOldAlertsOfEachTenant() {
        raise(low());
        var other = UUID.randomUUID();
        var kept = low();
        tenants.run(other, () -> alerts.raise(kept));
        people.see(tenant, sql -> sql.sql("INSERT INTO tenants (id, code, name) VALUES (?, ?, 'Test')")
                .param(tenant)
                .param(tenant.toString())
                .update());

        new StockAlertJob(alerts, tenants, new AlertProperties(Duration.ofSeconds(-1))).forget();

        assertThat(since(new UUID(0, 0), 10)).isEmpty();
        tenants.run(other, () -> assertThat(queries.since(new UUID(0, 0), 10)).hasSize(1));
    }

    private void raise(StockLow low) {
        tenants.run(tenant, () -> alerts.raise(low));
    }

    private List<UUID> since(UUID id, int limit) {
        var found = new ArrayList<UUID>();
        tenants.run(
                tenant,
                () -> queries.since(id, limit).stream().map(SocketMessage::id).forEach(found::add));
        return found;
    }
}
