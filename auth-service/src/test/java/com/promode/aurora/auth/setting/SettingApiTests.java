package com.promode.aurora.auth.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.auth.TestOwner;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.auth.SettingEvent.SettingChanged;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(TestOwner.class)
class SettingApiTests {

    private static final String PATH = "/api/admin/settings";
    private static final String LIMIT = "stock.approvalLimit";

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private TestOwner owner;

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    @Test
    void everySettingHasItsDefaultUntilItIsSet() {
        var all = admin().get(PATH).ok();
        assertThat(all.valueStream().map(setting -> setting.path("key").asString()))
                .isSorted()
                .contains(
                        "stock.approvalLimit",
                        "stock.backDateDays",
                        "stock.expiryWarningDays",
                        "stock.overReceiptTolerancePercent",
                        "stock.reservationMinutes",
                        "stock.closedUntil",
                        "purchaseOrder.approvalLimit",
                        "temperature.breachMinutes",
                        "temperature.silentMinutes",
                        "session.limit",
                        "security.adminAllowList",
                        "security.requestSigning",
                        "delivery.proof");
        var limit = admin().get(PATH + "/" + LIMIT).ok();
        assertThat(limit.propertyNames())
                .containsExactly("key", "value", "type", "description", "isPublic", "updatedBy", "updatedAt");
        assertThat(limit.path("value").asInt()).isEqualTo(50_000);
        assertThat(limit.path("type").asString()).isEqualTo("number");
        assertThat(limit.path("updatedBy").isNull()).isTrue();
        assertThat(value("stock.closedUntil").isNull()).isTrue();
        assertThat(value("security.adminAllowList").toString()).isEqualTo("[]");
        assertThat(value("security.requestSigning").asBoolean()).isFalse();
    }

    @Test
    void aTenantMayHaveAnotherDefault() {
        var other = api.as("settings:read").tenant(TestTokens.OTHER);
        assertThat(other.get(PATH + "/stock.backDateDays").ok().path("value").asInt())
                .isEqualTo(4000);
        assertThat(value("stock.backDateDays").asInt()).isEqualTo(30);
    }

    @Test
    void aChangeIsKeptAndTold() {
        var user = UUID.randomUUID();
        var answer = admin().user(user)
                .put(PATH + "/" + LIMIT, Map.of("value", 75_000))
                .expect(200);
        assertThat(answer.ok().path("value").asInt()).isEqualTo(75_000);
        assertThat(answer.ok().path("updatedBy").asString()).isEqualTo(user.toString());
        assertThat(answer.ok().path("updatedAt").asString()).endsWith("Z");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(value(LIMIT).asInt()).isEqualTo(75_000);
        var told = changed(LIMIT, 1);
        assertThat(told.value()).isEqualTo("75000");
        assertThat(told.tenantId()).isEqualTo(tenant);
        var audit = events.expect(
                AuditRecorded.class,
                recorded -> user.equals(recorded.userId()) && recorded.action().equals("setting.update"));
        assertThat(audit.oldValues()).containsEntry(LIMIT, 50_000);
        assertThat(audit.newValues()).containsEntry(LIMIT, 75_000);
        assertThat(history(LIMIT)).containsExactly("1: null -> 75000 by " + user);
        assertThat(api.as("settings:read")
                        .tenant(UUID.randomUUID())
                        .get(PATH + "/" + LIMIT)
                        .ok()
                        .path("value")
                        .asInt())
                .isEqualTo(50_000);
    }

    @Test
    void nothingBringsTheDefaultBack() {
        put("session.limit", "5").expect(200);
        var back = put("session.limit", "null").expect(200);
        assertThat(back.ok().path("value").asInt()).isEqualTo(3);
        assertThat(changed("session.limit", 2).value()).isNull();
        put("delivery.proof", "null").expect(200);
        assertThat(history("delivery.proof")).isEmpty();
    }

    @Test
    void whatChangesNothingIsNoChange() {
        put(LIMIT, "60000").expect(200);
        put(LIMIT, "60000.00").expect(200);
        put(LIMIT, "60001").expect(200);
        assertThat(changed(LIMIT, 2).value()).isEqualTo("60001");
        assertThat(history(LIMIT)).hasSize(2);
    }

    @Test
    void manyAreChangedAtOnceOrNone() {
        var answer = admin().put(
                        PATH,
                        Map.of(
                                "session.limit",
                                5,
                                "delivery.proof",
                                "photo",
                                "security.adminAllowList",
                                List.of("10.0.0.0/8", "2001:db8::/32")))
                .expect(200);
        assertThat(answer.ok().valueStream().map(setting -> setting.path("key").asString()))
                .containsExactly("delivery.proof", "security.adminAllowList", "session.limit");
        assertThat(changed("security.adminAllowList", 1).value()).isEqualTo("[\"10.0.0.0/8\",\"2001:db8::/32\"]");
        var refused = admin().put(PATH, Map.of("session.limit", 6, "delivery.proof", "smile", "no.such", 1))
                .expect(400, "VALIDATION_ERROR");
        assertThat(refused.error().path("details").valueStream().map(detail -> detail.path("field")
                        .asString()))
                .containsExactly("delivery.proof", "no.such");
        assertThat(value("session.limit").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stock.approvalLimit | -1",
                "stock.approvalLimit | 1000000001",
                "stock.approvalLimit | 1.005",
                "stock.approvalLimit | \"much\"",
                "stock.approvalLimit | true",
                "stock.approvalLimit | 1e999999999",
                "stock.approvalLimit | 1e-999999999",
                "stock.backDateDays | 1.5",
                "stock.backDateDays | 10001",
                "stock.expiryWarningDays | 366",
                "stock.expiryWarningDays | -1",
                "stock.expiryWarningDays | 0.5",
                "stock.overReceiptTolerancePercent | 101",
                "stock.reservationMinutes | 0",
                "stock.closedUntil | \"yesterday\"",
                "stock.closedUntil | \"2026-02-30\"",
                "stock.closedUntil | 20260101",
                "temperature.breachMinutes | 0",
                "session.limit | 0",
                "security.adminAllowList | \"10.0.0.0/8\"",
                "security.adminAllowList | [\"10.0.0.0/33\"]",
                "security.adminAllowList | [\"2001:db8::/129\"]",
                "security.adminAllowList | [\"example.org\"]",
                "security.adminAllowList | [\"10.0.0.256\"]",
                "security.adminAllowList | [10]",
                "security.requestSigning | \"true\"",
                "delivery.proof | \"OTP\""
            })
    void refusesAValueThatIsNone(String key, String value) {
        var refused = put(key, value).expect(400, "VALIDATION_ERROR");
        assertThat(refused.error().at("/details/0/field").asString()).isEqualTo("value");
        assertThat(history(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stock.approvalLimit | 0.05",
                "stock.closedUntil | \"2026-03-31\"",
                "security.adminAllowList | [\"::1\", \"192.0.2.7\", \"0.0.0.0/0\"]",
                "security.requestSigning | true",
                "stock.expiryWarningDays | 0",
                "temperature.silentMinutes | 30",
                "purchaseOrder.approvalLimit | 100000"
            })
    void takesAValueThatIsOne(String key, String value) {
        put(key, value).expect(200);
        assertThat(value(key).toString()).isEqualTo(value.replace(" ", ""));
    }

    @Test
    void refusesWhatIsNoSetting() {
        admin().get(PATH + "/no.such").expect(404, "NOT_FOUND");
        put("no.such", "1").expect(404, "NOT_FOUND");
        admin().put(PATH + "/" + LIMIT, "{}").expect(400, "VALIDATION_ERROR");
        admin().put(PATH + "/" + LIMIT, "{\"value\":1,\"more\":2}").expect(400, "MALFORMED_REQUEST");
        admin().put(PATH, "{}").expect(400, "VALIDATION_ERROR");
        admin().put(PATH, "[]").expect(400, "MALFORMED_REQUEST");
    }

    @Test
    void refusesToChangeAnotherVersionThanWasRead() {
        put(LIMIT, "1").expect(200);
        admin().header("If-Match", "\"0\"")
                .put(PATH + "/" + LIMIT, Map.of("value", 2))
                .expect(412, "STALE");
        admin().header("If-Match", "\"1\"")
                .put(PATH + "/" + LIMIT, Map.of("value", 2))
                .expect(200);
    }

    @Test
    void changesAtOnceHaveEachTheirVersion() {
        IntStream.range(0, 10)
                .mapToObj(number -> CompletableFuture.runAsync(
                        () -> put(LIMIT, String.valueOf(1_000 + number)).expect(200)))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(history(LIMIT)).hasSize(10);
        var last = changed(LIMIT, 10);
        assertThat(value(LIMIT).toString()).isEqualTo(last.value());
    }

    @Test
    void isForThoseAloneWhoMay() {
        for (var path : List.of(PATH, PATH + "/" + LIMIT)) {
            api.get(path).expect(401, "UNAUTHENTICATED");
            api.as("users:read").tenant(tenant).get(path).expect(403, "FORBIDDEN");
            api.as("settings:read").tenant(tenant).put(path, "nonsense").expect(403, "FORBIDDEN");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE setting_history SET version = 9", "DELETE FROM setting_history", "DELETE FROM settings"})
    void theServicesRoleMayNotChangeHistory(String sql) {
        assertThatThrownBy(() -> owner.as(tenant, jdbc -> jdbc.sql(sql).update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private Api admin() {
        return api.as("settings:read", "settings:write").tenant(tenant);
    }

    private Api.Answer put(String key, String value) {
        return admin().put(PATH + "/" + key, "{\"value\":%s}".formatted(value));
    }

    private JsonNode value(String key) {
        return admin().get(PATH + "/" + key).ok().path("value");
    }

    private SettingChanged changed(String key, long version) {
        return events.expect(
                SettingChanged.class,
                event -> event.tenantId().equals(tenant) && event.name().equals(key) && event.version() == version);
    }

    private List<String> history(String key) {
        return owner.sql()
                .sql("SELECT * FROM setting_history WHERE tenant_id = ? AND key = ? ORDER BY version")
                .param(tenant)
                .param(key)
                .query((row, number) -> "%d: %s -> %s by %s"
                        .formatted(
                                row.getLong("version"),
                                row.getString("old_value"),
                                row.getString("new_value"),
                                row.getString("changed_by")))
                .list();
    }
}
