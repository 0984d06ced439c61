package com.promode.aurora.auth.security;

import static org.awaitility.Awaitility.await;

import com.promode.aurora.auth.TestOwner;
import com.promode.aurora.contracts.auth.SecurityEvent;
import com.promode.aurora.contracts.auth.SecurityEvent.AccessDenied;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginFailed;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/** Sign-ins and refusals, and what was made of them. */
@TestComponent
class TestSecurity {

    static final String PATH = "/api/admin/security/events";

    private final Events events;
    private final TestOwner owner;
    private final Api api;

    TestSecurity(Events events, TestOwner owner, Api api) {
        this.events = events;
        this.owner = owner;
        this.api = api;
    }

    /** An address that no other test uses. */
    static String address() {
        var random = ThreadLocalRandom.current();
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(1, 255));
    }

    static LoginFailed failed(@Nullable UUID user, String address, Instant at) {
        return new LoginFailed(
                Ids.next(), at, user, "somebody@aurora.local", "invalid_user_credentials", address, "curl/8");
    }

    static AccessDenied denied(UUID user, Instant at) {
        return new AccessDenied(
                Ids.next(), at, user, "inventory-service", "GET", "/api/warehouse/products", "203.0.113.9", "curl/8");
    }

    void send(UUID tenant, SecurityEvent event) {
        events.send(tenant, event);
    }

    /** Waits until the service has dealt with all of them. */
    void sendAll(UUID tenant, List<? extends SecurityEvent> all) {
        all.forEach(event -> send(tenant, event));
        all.forEach(this::applied);
    }

    void applied(SecurityEvent event) {
        await().atMost(Duration.ofSeconds(30)).until(() -> owner.sql()
                .sql("SELECT EXISTS (SELECT FROM inbox WHERE consumer = ? AND event_id = ?)"
                        + " AND NOT EXISTS (SELECT FROM suspicions WHERE NOT raised)")
                .param(SecurityListener.GROUP)
                .param(event.eventId())
                .query(Boolean.class)
                .single());
    }

    List<JsonNode> raised(UUID tenant, String query) {
        return api.as("security:read")
                .tenant(tenant)
                .get(PATH + "?limit=200&" + query)
                .ok()
                .valueStream()
                .toList();
    }

    List<String> suspicions(UUID tenant) {
        return raised(tenant, "eventType=suspicious_activity").stream()
                .map(event -> event.path("severity").asString() + ": "
                        + event.path("description").asString())
                .sorted()
                .toList();
    }
}
