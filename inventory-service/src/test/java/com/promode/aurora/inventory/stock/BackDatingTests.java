package com.promode.aurora.inventory.stock;

import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class BackDatingTests {

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    @Test
    void howFarBackIsASettingOfTheTenant() {
        assertThat(isRefused(3)).isFalse();
        assertThat(isRefused(31)).isTrue();
        set(1, "2");
        await().atMost(Duration.ofSeconds(1)).until(() -> isRefused(3));
        assertThat(isRefused(1)).isFalse();
        set(2, "40");
        await().atMost(Duration.ofSeconds(1)).until(() -> !isRefused(31));
        set(3, null);
        await().atMost(Duration.ofSeconds(1)).until(() -> isRefused(31));
        assertThat(isRefused(3)).isFalse();
    }

    /** What is not refused for its time is refused as its product does not exist. */
    private boolean isRefused(int daysAgo) {
        var command = outbound(UUID.randomUUID(), UUID.randomUUID(), "1");
        command.put("occurredAt", Instant.now().minus(Duration.ofDays(daysAgo)).toString());
        var answer = api.as("stock:write").tenant(tenant).post(MOVEMENTS, command);
        assertThat(answer.status()).isIn(400, 404);
        return answer.status() == 400;
    }

    private void set(long version, @Nullable String value) {
        events.send(
                tenant, new SettingChanged(Ids.next(), Instant.now(), tenant, "stock.backDateDays", version, value));
    }
}
