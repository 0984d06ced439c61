package com.promode.aurora.auth.audit;

import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Appends to the log, one row of a tenant at a time. */
@Service
@Transactional
class AuditLogService {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Tenants tenants;

    AuditLogService(JdbcClient jdbc, JsonMapper json, Tenants tenants) {
        this.jdbc = jdbc;
        this.json = json;
        this.tenants = tenants;
    }

    private record Head(long position, String hash) {}

    void append(AuditRecorded event) {
        var tenant = tenants.current();
        var head = lock(tenant);
        var entry = AuditEntry.of(event, tenant, head.position() + 1, nextId(), json);
        var hash = entry.hash(head.hash());
        insert(entry, head.hash(), hash);
        jdbc.sql("UPDATE audit_chains SET position = :position, hash = decode(:hash, 'hex') WHERE tenant_id = :tenant")
                .param("position", entry.position())
                .param("hash", hash)
                .param("tenant", tenant)
                .update();
    }

    private Head lock(UUID tenant) {
        jdbc.sql("INSERT INTO audit_chains (tenant_id) VALUES (:tenant) ON CONFLICT DO NOTHING")
                .param("tenant", tenant)
                .update();
        return jdbc.sql("""
                        SELECT position, encode(hash, 'hex') AS hash FROM audit_chains
                        WHERE tenant_id = :tenant FOR UPDATE
                        """)
                .param("tenant", tenant)
                .query((row, number) -> new Head(row.getLong("position"), row.getString("hash")))
                .single();
    }

    /** Of the database's one clock, when the lock is held: months end at the same row for the chain and for partitions. */
    private UUID nextId() {
        return jdbc.sql("SELECT uuidv7()").query(UUID.class).single();
    }

    private void insert(AuditEntry entry, String previous, String hash) {
        jdbc.sql("""
                        INSERT INTO audit_log (id, tenant_id, position, user_id, action, resource_type, resource_id,
                            old_values, new_values, ip_address, user_agent, trace_id, created_at, previous_hash, hash)
                        VALUES (:id, :tenant, :position, :user, :action, :resourceType, :resource,
                            :oldValues::json, :newValues::json, :ipAddress, :userAgent, :traceId, :createdAt,
                            decode(:previous, 'hex'), decode(:hash, 'hex'))
                        """)
                .param("id", entry.id())
                .param("tenant", entry.tenantId())
                .param("position", entry.position())
                .param("user", entry.userId())
                .param("action", entry.action())
                .param("resourceType", entry.resourceType())
                .param("resource", entry.resourceId())
                .param("oldValues", entry.oldValues())
                .param("newValues", entry.newValues())
                .param("ipAddress", entry.ipAddress())
                .param("userAgent", entry.userAgent())
                .param("traceId", entry.traceId())
                .param("createdAt", entry.createdAt().atOffset(ZoneOffset.UTC))
                .param("previous", previous)
                .param("hash", hash)
                .update();
    }
}
