-- Recent security events, for sockets that were away; as stock_alerts.
CREATE TABLE security_alerts (
    id          UUID        PRIMARY KEY,
    tenant_id   UUID        NOT NULL,
    position    BIGINT      GENERATED ALWAYS AS IDENTITY,
    occurred_at TIMESTAMPTZ NOT NULL,
    data        JSONB       NOT NULL,
    stored_at   TIMESTAMPTZ NOT NULL
);
SELECT enable_tenant_isolation('security_alerts');
CREATE INDEX security_alerts_since_id ON security_alerts (tenant_id, id);
CREATE INDEX security_alerts_since_position ON security_alerts (tenant_id, position);
CREATE INDEX security_alerts_by_age ON security_alerts (tenant_id, stored_at);
GRANT SELECT, INSERT, DELETE ON security_alerts TO ${role};
