package com.promode.aurora.notification.stock;

import static com.promode.aurora.notification.TestPeople.low;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.notification.TestPeople;
import com.promode.aurora.notification.TestSocket;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(TestPeople.class)
class StockAlertSocketTests {

    private static final String PATH = "/ws/inventory/alerts";

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private TestPeople people;

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private MeterRegistry meters;

    @Test
    void tellsWhatIsLow() {
        try (var socket = open(tenant, "")) {
            var low = low();
            events.send(tenant, low);
            var message = socket.hear(1).getFirst();
            assertThat(message.propertyNames()).containsExactly("id", "type", "occurredAt", "data");
            assertThat(message.path("id").asString()).isEqualTo(low.eventId().toString());
            assertThat(message.path("type").asString()).isEqualTo("StockLow");
            assertThat(message.path("occurredAt").asString())
                    .isEqualTo(low.recordedAt().toString());
            assertThat(message.path("data").toString())
                    .isEqualTo(
                            "{\"productId\":\"%s\",\"productCode\":\"PRD-042\",\"onHand\":9.500,\"reorderPoint\":10.000}"
                                    .formatted(low.productId()));
            assertThat(meters.get("aurora.sockets.open")
                            .tag("channel", PATH)
                            .gauge()
                            .value())
                    .isPositive();
            assertThat(meters.get("aurora.sockets.pushed")
                            .tag("channel", PATH)
                            .counter()
                            .count())
                    .isPositive();
        }
    }

    @Test
    void tellsTheSameEventOnce() {
        try (var socket = open(tenant, "")) {
            var low = low();
            events.send(tenant, low);
            events.send(tenant, low);
            var next = next(low);
            events.send(tenant, next);
            assertThat(ids(socket.hear(2))).containsExactly(low.eventId(), next.eventId());
        }
    }

    @Test
    void tellsOtherTenantsNothing() {
        var stranger = UUID.randomUUID();
        try (var socket = open(stranger, "")) {
            var low = low();
            events.send(tenant, low);
            var theirs = next(low); // of the same product, so it comes after
            events.send(stranger, theirs);
            assertThat(ids(socket.hear(1))).containsExactly(theirs.eventId());
        }
    }

    @Test
    void replaysWhatWasMissedAndGoesOn() {
        var first = low();
        try (var socket = open(tenant, "")) {
            events.send(tenant, first);
            socket.hear(1);
        }
        var second = low();
        var third = low();
        events.send(tenant, second);
        events.send(tenant, third);
        people.applied(tenant, "notification.alert", second.eventId());
        people.applied(tenant, "notification.alert", third.eventId());
        try (var socket = open(tenant, "?since=" + first.eventId())) {
            assertThat(ids(socket.hear(2))).containsExactlyInAnyOrder(second.eventId(), third.eventId());
            var fourth = low();
            events.send(tenant, fourth);
            assertThat(ids(socket.hear(3)).getLast()).isEqualTo(fourth.eventId());
        }
    }

    @Test
    void losesAndDoublesNothingWhileItReplays() {
        var first = low();
        try (var socket = open(tenant, "")) {
            events.send(tenant, first);
            socket.hear(1);
        }
        var flood = new ArrayList<UUID>();
        for (var number = 0; number < 100; number++) {
            var low = low();
            flood.add(low.eventId());
            events.send(tenant, low);
        }
        try (var socket = open(tenant, "?since=" + first.eventId())) {
            for (var number = 0; number < 100; number++) {
                var low = low();
                flood.add(low.eventId());
                events.send(tenant, low);
            }
            socket.hear(flood.size());
            var last = low();
            events.send(tenant, last);
            assertThat(ids(socket.hear(flood.size() + 1)).subList(0, flood.size()))
                    .containsExactlyInAnyOrderElementsOf(flood);
        }
    }

    @Test
    void replaysNothingOfOtherTenants() {
        var before = low();
        events.send(tenant, before);
        people.applied(tenant, "notification.alert", before.eventId());
        var stranger = UUID.randomUUID();
        try (var socket = open(stranger, "?since=00000000-0000-0000-0000-000000000000")) {
            var theirs = next(before);
            events.send(stranger, theirs);
            assertThat(ids(socket.hear(1))).containsExactly(theirs.eventId());
        }
    }

    private TestSocket open(UUID of, String query) {
        return TestSocket.open(api.url() + PATH + query, tokens.token(of, UUID.randomUUID(), List.of("stock:read")));
    }

    private static StockLow next(StockLow low) {
        var next = low();
        return new StockLow(
                next.eventId(), next.recordedAt(), low.productId(), "PRD-042", next.onHand(), next.reorderPoint());
    }

    private static List<UUID> ids(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> UUID.fromString(message.path("id").asString()))
                .toList();
    }
}
