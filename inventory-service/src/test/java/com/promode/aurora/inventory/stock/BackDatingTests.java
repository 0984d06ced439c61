package com.promode.aurora.inventory.stock;

import static com.promode.aurora.inventory.Warehouse.INDIA;
import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.RECEIVING;
import static com.promode.aurora.inventory.Warehouse.item;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.auth.SettingEvent.SettingChanged;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class BackDatingTests {

    private static final String DAYS = "stock.backDateDays";
    private static final String CLOSED_UNTIL = "stock.closedUntil";

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    @Test
    void howFarBackIsASettingOfTheTenant() {
        assertThat(isRefused(3)).isFalse();
        assertThat(isRefused(31)).isTrue();
        set(DAYS, 1, "2");
        await().until(() -> isRefused(3));
        assertThat(isRefused(1)).isFalse();
        set(DAYS, 2, "40");
        await().until(() -> !isRefused(31));
        set(DAYS, 3, null);
        await().until(() -> isRefused(31));
        assertThat(isRefused(3)).isFalse();
    }

    @Test
    void nothingIsBookedInAClosedPeriod() {
        var today = LocalDate.now(INDIA);
        assertThat(status(1)).isEqualTo(404);
        set(CLOSED_UNTIL, 1, "\"" + today.minusDays(1) + "\"");
        await().until(() -> status(1) == 409);
        assertThat(status(0)).isEqualTo(404);
        set(CLOSED_UNTIL, 2, "\"" + today + "\"");
        await().until(() -> status(0) == 409);
        var command = outbound(UUID.randomUUID(), UUID.randomUUID(), "1");
        var refusal = caller().post(MOVEMENTS, command).expect(409, "CONFLICT");
        assertThat(refusal.error().path("message").asString()).startsWith("The period until " + today + " is closed");
        var receipt = Map.of("locationId", UUID.randomUUID(), "items", List.of(item(UUID.randomUUID(), "1", "1")));
        caller().post(RECEIVING, receipt).expect(409, "CONFLICT");
        set(CLOSED_UNTIL, 3, null);
        await().until(() -> status(0) == 404);
    }

    private boolean isRefused(int daysAgo) {
        var status = status(daysAgo);
        assertThat(status).isIn(400, 404);
        return status == 400;
    }

    /** What is not refused for its time is refused as its product does not exist. */
    private int status(int daysAgo) {
        var command = outbound(UUID.randomUUID(), UUID.randomUUID(), "1");
        command.put("occurredAt", Instant.now().minus(Duration.ofDays(daysAgo)).toString());
        return caller().post(MOVEMENTS, command).status();
    }

    private Api caller() {
        return api.as("stock:write").tenant(tenant);
    }

    private void set(String setting, long version, @Nullable String value) {
        events.send(tenant, new SettingChanged(Ids.next(), Instant.now(), tenant, setting, version, value));
    }
}
