package com.promode.aurora.starter.tenant;

import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tenant that the current piece of work belongs to: that of the caller's token, or the one that a listener or job has
 * named with {@link #run}.
 */
public class Tenants {

    /** Claim of the access token that holds the tenant's id. */
    public static final String CLAIM = "tenant_id";

    private static final Logger log = LoggerFactory.getLogger(Tenants.class);
    private static final ThreadLocal<@Nullable UUID> NAMED = new ThreadLocal<>();
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcOperations jdbc;
    private final ZoneId defaultZone;
    private final Map<UUID, Zone> zones = new ConcurrentHashMap<>();

    /** As it was read, when by the nanosecond clock. */
    private record Zone(ZoneId id, long readAt) {}

    Tenants(JdbcOperations jdbc, TenantProperties properties) {
        this.jdbc = jdbc;
        this.defaultZone = properties.defaultTimeZone();
    }

    /**
     * The tenant of this work.
     *
     * @throws BusinessException 403 when the caller's account belongs to no tenant
     * @throws IllegalStateException when nobody is signed in and the job or listener forgot {@link #run}
     */
    public UUID current() {
        return find().orElseThrow(() -> Caller.find().isPresent()
                ? BusinessException.forbidden("Your account belongs to no tenant, so it has no business data")
                : new IllegalStateException("No tenant: neither a token nor Tenants.run names one"));
    }

    /** The tenant of this work, empty outside of any. */
    public Optional<UUID> find() {
        var named = NAMED.get();
        return named != null ? Optional.of(named) : ofToken();
    }

    /**
     * Does work for a tenant, whoever is signed in.
     *
     * @throws IllegalStateException inside a transaction of another tenant, whose rows would leak
     */
    public void run(UUID tenant, Runnable work) {
        var before = NAMED.get();
        if (TransactionSynchronizationManager.isActualTransactionActive() && !find().equals(Optional.of(tenant))) {
            throw new IllegalStateException("A transaction belongs to one tenant; name the tenant before it begins");
        }
        NAMED.set(tenant);
        try {
            work.run();
        } finally {
            restore(before);
        }
    }

    /**
     * A job's work for every active tenant. Should it fail for one, this is logged and the others have theirs all the same.
     *
     * @param what is done, as in "can't <i>end reservations</i> of tenant ..."
     */
    public void runForEach(String what, Runnable work) {
        for (var tenant : all()) {
            try {
                run(tenant, work);
            } catch (RuntimeException e) {
                log.error("Can't {} of tenant {}; the job goes on with the others and comes back", what, tenant, e);
            }
        }
    }

    /** Every active tenant. */
    public List<UUID> all() {
        return jdbc.queryForList("SELECT id FROM tenants WHERE status = 'active' ORDER BY id", UUID.class);
    }

    /** Time zone of the current tenant's business dates; another one is noticed within ten seconds. */
    public ZoneId timeZone() {
        var tenant = current();
        var known = zones.get(tenant);
        if (known == null || System.nanoTime() - known.readAt() > FRESH.toNanos()) {
            known = new Zone(readZone(tenant), System.nanoTime());
            zones.put(tenant, known);
        }
        return known.id();
    }

    private ZoneId readZone(UUID tenant) {
        return jdbc.queryForList("SELECT time_zone FROM tenants WHERE id = ?", String.class, tenant).stream()
                .findFirst()
                .map(ZoneId::of)
                .orElse(defaultZone);
    }

    private static void restore(@Nullable UUID before) {
        if (before == null) {
            NAMED.remove();
        } else {
            NAMED.set(before);
        }
    }

    private static Optional<UUID> ofToken() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Optional.ofNullable(token.getToken().getClaimAsString(CLAIM)).map(UUID::fromString)
                : Optional.empty();
    }
}
