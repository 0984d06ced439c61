package com.promode.aurora.auth.session;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** With what the sessions of the current tenant were opened, until their end has been told. */
@Repository
@Transactional
class SessionDevices {

    private static final int LONGEST = 300;
    private static final int CHUNK = 10_000;

    private final JdbcClient jdbc;

    SessionDevices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes sessions; what is noted already stays. Of a user without a tenant nothing is kept. */
    void note(UUID user, Collection<String> sessions, @Nullable String userAgent) {
        for (var session : sessions) {
            jdbc.sql("""
                    INSERT INTO session_devices (tenant_id, id, user_id, user_agent)
                    SELECT tenants.id, :id, :user, :agent FROM tenants WHERE tenants.id = current_tenant()
                    ON CONFLICT DO NOTHING
                    """)
                    .param("id", session)
                    .param("user", user)
                    .param("agent", bounded(userAgent))
                    .update();
        }
    }

    /** The sessions of a user whose end has not been told, with their user agents where these are known. */
    @Transactional(readOnly = true)
    public Map<String, Optional<String>> of(UUID user) {
        var agents = new HashMap<String, Optional<String>>();
        jdbc.sql("SELECT id, user_agent FROM session_devices WHERE user_id = :user")
                .param("user", user)
                .query((row, number) ->
                        agents.put(row.getString("id"), Optional.ofNullable(row.getString("user_agent"))))
                .list();
        return agents;
    }

    void remove(UUID user, Collection<String> sessions) {
        jdbc.sql("DELETE FROM session_devices WHERE user_id = :user AND id = ANY (:ids)")
                .param("user", user)
                .param("ids", sessions.toArray(String[]::new))
                .update();
    }

    /** Forgets sessions that Keycloak has long forgotten. */
    void forget(Duration age) {
        jdbc.sql("""
                DELETE FROM session_devices WHERE id = ANY (ARRAY(
                    SELECT id FROM session_devices WHERE created_at < now() - make_interval(secs => :age) LIMIT :chunk))
                """).param("age", age.toSeconds()).param("chunk", CHUNK).update();
    }

    private static @Nullable String bounded(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return null;
        }
        var printable = userAgent.replaceAll("\\p{Cntrl}", " ").strip();
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST);
    }
}
