package com.promode.aurora.analytics.report;

import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A tenant of its own for each test, events for it, and its reports. */
@ServiceTest
abstract class ReportTest {

    static final String ANALYTICS = "/api/warehouse/analytics";
    static final String DAYS = "?from=2023-06-15&to=2023-06-24";

    final UUID tenant = UUID.randomUUID();

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    /** Sends events one after the other and waits until all of them are in the numbers. */
    void tell(IntegrationEvent... told) {
        List.of(told).forEach(event -> events.send(tenant, event));
        var ids =
                List.of(told).stream().map(IntegrationEvent::eventId).distinct().toList();
        await().atMost(Duration.ofSeconds(30)).until(() -> applied(ids) == ids.size());
    }

    JsonNode report(String path) {
        return caller().get(ANALYTICS + path).ok();
    }

    /** Row by row, as they are on the wire. */
    List<String> rows(String path) {
        return report(path).path("rows").valueStream().map(JsonNode::toString).toList();
    }

    String totals(String path) {
        return report(path).path("totals").toString();
    }

    Api caller() {
        return api.tenant(tenant).as("analytics:warehouse");
    }

    private long applied(List<UUID> ids) {
        return jdbc.sql("SELECT count(*) FROM inbox WHERE event_id IN (:ids)")
                .param("ids", ids)
                .query(Long.class)
                .single();
    }
}
