package com.promode.aurora.auth.audit;

import static com.promode.aurora.auth.audit.TestAudit.changed;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.auth.TestOwner;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.ServiceTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Whoever changes the log behind our back is found out. */
@ServiceTest
@Import({TestAudit.class, TestOwner.class})
class ChainTests {

    private static final String VERIFY = "/api/admin/security/audit-logs/verify";

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private TestAudit audit;

    @Autowired
    private TestOwner owner;

    @Autowired
    private AuditLogService log;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Api api;

    @Test
    void holdsWhenNobodyHasTouchedIt() {
        audit.record(tenant, 5);
        var found = verify("");
        assertThat(found.path("valid").asBoolean()).isTrue();
        assertThat(found.path("complete").asBoolean()).isTrue();
        assertThat(found.path("checked").asInt()).isEqualTo(5);
        assertThat(found.path("firstPosition").asInt()).isEqualTo(1);
        assertThat(found.path("lastPosition").asInt()).isEqualTo(5);
        assertThat(found.path("headPosition").asInt()).isEqualTo(5);
        assertThat(found.path("headHash").asString()).hasSize(64);
        assertThat(found.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void holdsWhileNothingWasRecorded() {
        var found = verify("");
        assertThat(found.path("valid").asBoolean()).isTrue();
        assertThat(found.path("checked").asInt()).isZero();
    }

    @Test
    void holdsAlthoughReplicasAppendTogether() {
        Stream.generate(() -> CompletableFuture.runAsync(() -> IntStream.range(0, 25)
                        .forEach(ignored -> tenants.run(
                                tenant,
                                () -> log.append(changed(UUID.randomUUID(), UUID.randomUUID(), Instant.now()))))))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        var found = verify("");
        assertThat(found.path("valid").asBoolean()).isTrue();
        assertThat(found.path("checked").asInt()).isEqualTo(100);
    }

    @Test
    void findsARowThatWasChanged() {
        audit.record(tenant, 5);
        tamper("UPDATE audit_log SET new_values = '{\"price\":1}' WHERE tenant_id = ? AND position = 3");
        assertBreaks("3 altered");
    }

    @Test
    void findsARowThatWasWrittenAnewWithItsHash() {
        audit.record(tenant, 5);
        tamper("UPDATE audit_log SET hash = sha256('forged') WHERE tenant_id = ? AND position = 3");
        assertBreaks("3 altered", "4 detached");
    }

    @Test
    void findsARowThatIsGone() {
        audit.record(tenant, 5);
        tamper("DELETE FROM audit_log WHERE tenant_id = ? AND position = 3");
        assertBreaks("3 missing");
    }

    @Test
    void findsThatTheBeginningIsGone() {
        audit.record(tenant, 5);
        tamper("DELETE FROM audit_log WHERE tenant_id = ? AND position <= 2");
        assertBreaks("1 missing");
    }

    @Test
    void findsThatTheEndIsGone() {
        audit.record(tenant, 5);
        tamper("DELETE FROM audit_log WHERE tenant_id = ? AND position >= 4");
        assertBreaks("4 truncated");
    }

    @Test
    void findsTwoRowsThatWereSwapped() {
        audit.record(tenant, 5);
        tamper("UPDATE audit_log SET position = 6 - position WHERE tenant_id = ? AND position IN (2, 4)");
        assertBreaks("2 detached", "2 altered", "3 detached", "4 detached", "4 altered", "5 detached");
    }

    @Test
    void findsARowThatWasSlippedIn() {
        audit.record(tenant, 3);
        var copy = """
                INSERT INTO audit_log SELECT uuidv7(), tenant_id, %s, user_id, action, resource_type, resource_id, old_values,
                    new_values, ip_address, user_agent, trace_id, created_at, previous_hash, hash
                FROM audit_log WHERE tenant_id = ? AND position = %s
                """;
        tamper(copy.formatted(2, 2));
        tamper(copy.formatted(9, 1));
        assertBreaks("2 duplicate", "9 appended");
    }

    @Test
    void findsThatTheEndOfTheChainWasForgotten() {
        audit.record(tenant, 2);
        owner.sql()
                .sql("DELETE FROM audit_chains WHERE tenant_id = ?")
                .param(tenant)
                .update();
        assertBreaks("1 appended", "2 appended");
    }

    @Test
    void goesOnWhereItStopped() {
        audit.record(tenant, 5);
        tamper("UPDATE audit_log SET action = 'nothing' WHERE tenant_id = ? AND position = 4");
        var first = verify("?limit=2");
        assertThat(first.path("valid").asBoolean()).isTrue();
        assertThat(first.path("complete").asBoolean()).isFalse();
        assertThat(first.path("lastPosition").asInt()).isEqualTo(2);
        var second = verify("?limit=2&cursor=" + first.path("nextCursor").asString());
        assertThat(breaks(second)).containsExactly("4 altered");
        var third = verify("?limit=2&cursor=" + second.path("nextCursor").asString());
        assertThat(third.path("complete").asBoolean()).isTrue();
        assertThat(third.path("headPosition").asInt()).isEqualTo(5);
    }

    @Test
    void holdsWhenOldMonthsHaveExpired() {
        var month = OffsetDateTime.now(ZoneOffset.UTC).minusYears(9);
        var partition = "audit_log_" + DateTimeFormatter.ofPattern("uuuuMM").format(month);
        owner.sql()
                .sql(
                        "SELECT make_partition(t, date_trunc('month', ?::timestamptz)) FROM partitioned_tables t WHERE name = 'audit_log'")
                .param(month)
                .query()
                .listOfRows();
        audit.record(tenant, 5);
        // as if the first two had been recorded then
        age(1, month);
        age(2, month.plusSeconds(1));
        assertThat(verify("").path("valid").asBoolean())
                .as("what was aged was altered")
                .isFalse();
        owner.sql().sql("SELECT maintain_partitions()").query().listOfRows();
        assertThat(owner.sql()
                        .sql("SELECT to_regclass(?) IS NULL")
                        .param(partition)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        var found = verify("");
        assertThat(breaks(found)).isEmpty();
        assertThat(found.path("expiredPosition").asInt()).isEqualTo(2);
        assertThat(found.path("firstPosition").asInt()).isEqualTo(3);
        assertThat(found.path("checked").asInt()).isEqualTo(3);
        tamper("DELETE FROM audit_log WHERE tenant_id = ? AND position = 3");
        assertBreaks("3 missing");
    }

    private void age(int position, OffsetDateTime to) {
        assertThat(owner.tamper(
                        "audit_log",
                        "UPDATE audit_log SET id = (left(uuid7_at(?)::text, 14) || substr(id::text, 15))::uuid WHERE tenant_id = ? AND position = ?",
                        to,
                        tenant,
                        position))
                .isOne();
    }

    private void tamper(String sql) {
        assertThat(owner.tamper("audit_log", sql, tenant)).isPositive();
    }

    private void assertBreaks(String... expected) {
        var found = verify("");
        assertThat(found.path("valid").asBoolean()).isFalse();
        assertThat(breaks(found)).containsExactly(expected);
    }

    private static List<String> breaks(JsonNode found) {
        return found.path("breaks")
                .valueStream()
                .map(each -> each.path("position").asString() + " "
                        + each.path("reason").asString())
                .toList();
    }

    private JsonNode verify(String query) {
        return api.as("security:read").tenant(tenant).get(VERIFY + query).ok();
    }
}
