package com.promode.aurora.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.notification.socket.Audience;
import com.promode.aurora.notification.socket.SocketMessage;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentAlertsTests {

    private final Audience audience = new Audience("/ws/inventory/alerts", UUID.randomUUID(), null);
    private final SocketMessage second = message("0192f0a2-0002-7000-8000-000000000000");
    private final SocketMessage first = message("0192f0a2-0001-7000-8000-000000000000");
    private final SocketMessage third = message("0192f0a2-0003-7000-8000-000000000000");
    private final RecentAlerts recent = new RecentAlerts();

    RecentAlertsTests() {
        recent.add(audience, second);
        recent.add(audience, first); // recorded before, heard after
        recent.add(
                new Audience("/ws/inventory/alerts", UUID.randomUUID(), null),
                message("0192f0a2-0009-7000-8000-000000000000"));
        recent.add(audience, third);
    }

    @Test
    void knowsWhatWasHeardAfterAnAlert() {
        assertThat(recent.since(audience, second.id())).containsExactly(first, third);
        assertThat(recent.since(audience, third.id())).isEmpty();
    }

    @Test
    void goesByTimeWhenItDoesNotHaveTheAlert() {
        assertThat(recent.since(audience, UUID.fromString("0192f0a2-0001-7fff-8000-000000000000")))
                .containsExactly(second, third);
        assertThat(recent.since(audience, new UUID(0, 0))).containsExactly(second, first, third);
    }

    @Test
    void keepsTheLastThousand() {
        for (var number = 0; number < 1_000; number++) {
            recent.add(audience, message(UUID.randomUUID().toString()));
        }
        assertThat(recent.since(audience, new UUID(0, 0))).hasSize(1_000).doesNotContain(first, second, third);
    }

    private static SocketMessage message(String id) {
        return new SocketMessage(UUID.fromString(id), "StockLow", Instant.EPOCH, "data");
    }
}
