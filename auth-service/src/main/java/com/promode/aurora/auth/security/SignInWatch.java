package com.promode.aurora.auth.security;

import com.promode.aurora.auth.security.Suspicions.Key;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginFailed;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginSucceeded;
import com.promode.aurora.starter.tenant.Tenants;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks at sign-ins by the address they come from, over all tenants: there is one door for all. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class SignInWatch {

    /** The password was right, and the client is about to send the rest. */
    private static final Set<String> NO_FAILURES = Set.of("otp_required", "otp_enrolment_required");

    /** More than any rule counts; an attack brings more than can be counted each time. */
    private static final int COUNTED = 1_000;

    private final JdbcClient jdbc;
    private final Suspicions suspicions;
    private final Tenants tenants;

    SignInWatch(JdbcClient jdbc, Suspicions suspicions, Tenants tenants) {
        this.jdbc = jdbc;
        this.suspicions = suspicions;
        this.tenants = tenants;
    }

    private record Count(long failures, long names, List<UUID> tenants) {}

    static boolean isFailure(LoginFailed event) {
        return !NO_FAILURES.contains(event.reason());
    }

    void failed(LoginFailed event) {
        var finding = Finding.of(event, SecurityEventType.SUSPICIOUS_ACTIVITY, Severity.HIGH, "");
        var address = finding.ipAddress();
        if (address == null) {
            return;
        }
        note(event, address);
        var count = count(event, address);
        for (var rule : AddressRule.values()) {
            if (rule.isMetBy(count.failures(), count.names())) {
                var found = new Finding(
                        finding.type(),
                        rule.severity(),
                        rule.describe(count.failures(), count.names(), address),
                        null, // it is about the address
                        address,
                        finding.userAgent(),
                        finding.at());
                count.tenants()
                        .forEach(tenant -> suspicions.notice(
                                new Key(tenant, rule.toString(), address), found, AddressRule.WINDOW));
            }
        }
    }

    /** Who guessed for a while and then came in has guessed right. */
    void succeeded(LoginSucceeded event) {
        var finding = Finding.of(
                event,
                SecurityEventType.SUSPICIOUS_ACTIVITY,
                Severity.CRITICAL,
                "A sign-in succeeded from %s, where many had just failed".formatted(event.ipAddress()));
        var address = finding.ipAddress();
        if (address != null && suspicions.isSuspect(address, event.recordedAt())) {
            suspicions.notice(
                    new Key(tenants.current(), "sign_in_after_attack", address + " " + event.userId()),
                    finding,
                    AddressRule.WINDOW);
        }
    }

    /** One at a time per address, so that the last of several sees all of them. */
    private void note(LoginFailed event, String address) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('sign-ins from ' || :address, 0))")
                .param("address", address)
                .query((row, number) -> true)
                .single();
        jdbc.sql(
                        "INSERT INTO sign_in_failures (ip_address, tenant_id, name, failed_at) VALUES (:address, :tenant, :name, :at)")
                .param("address", address)
                .param("tenant", tenants.current())
                .param("name", name(event))
                .param("at", event.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Events of several users have no common order: the window ends with the newest that is known within its length. */
    private Count count(LoginFailed event, String address) {
        return jdbc.sql("""
                        WITH newest AS (SELECT max(failed_at) AS at FROM sign_in_failures
                                        WHERE ip_address = :address AND failed_at >= :at AND failed_at < :at + :window::interval)
                        SELECT count(*) AS failures, count(DISTINCT name) AS names, array_agg(DISTINCT tenant_id) AS tenants
                        FROM (SELECT name, tenant_id FROM sign_in_failures, newest
                              WHERE ip_address = :address AND failed_at > newest.at - :window::interval
                                AND failed_at <= newest.at
                              ORDER BY failed_at DESC LIMIT :most)
                        """)
                .param("address", address)
                .param("at", event.recordedAt().atOffset(ZoneOffset.UTC))
                .param("window", AddressRule.WINDOW.toString())
                .param("most", COUNTED)
                .query((row, number) -> new Count(row.getLong("failures"), row.getLong("names"), List.of((UUID[])
                        row.getArray("tenants").getArray())))
                .single();
    }

    /** What was typed may have been a password, so it is not kept. */
    private static String name(LoginFailed event) {
        if (event.userId() != null) {
            return event.userId().toString();
        }
        try {
            var typed = String.valueOf(event.username()).strip().toLowerCase(Locale.ROOT);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(typed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
