-- One table for the alerts of all channels, for sockets that were away. Alerts of one channel have no common order: sockets ask
-- for those that were recorded, or stored, after the one that they heard last.
CREATE TABLE alerts (
    channel     TEXT        NOT NULL,
    id          UUID        NOT NULL,
    tenant_id   UUID        NOT NULL,
    position    BIGINT      GENERATED ALWAYS AS IDENTITY,
    type        TEXT        NOT NULL,
    occurred_at TIMESTAMPTZ NOT NULL,
    data        JSON        NOT NULL, -- as it was told, to the order of its fields
    stored_at   TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (channel, id)
);
SELECT enable_tenant_isolation('alerts');
CREATE INDEX alerts_since_id ON alerts (tenant_id, channel, id);
CREATE INDEX alerts_since_position ON alerts (tenant_id, channel, position);
CREATE INDEX alerts_by_age ON alerts (tenant_id, stored_at);
GRANT SELECT, INSERT, DELETE ON alerts TO ${role};

INSERT INTO alerts (channel, id, tenant_id, type, occurred_at, data, stored_at)
SELECT '/ws/inventory/alerts', id, tenant_id, type, occurred_at, data, stored_at FROM stock_alerts ORDER BY position;
INSERT INTO alerts (channel, id, tenant_id, type, occurred_at, data, stored_at)
SELECT '/ws/admin/security-events', id, tenant_id, 'SecurityEventRaised', occurred_at, data, stored_at
FROM security_alerts ORDER BY position;
DROP TABLE stock_alerts, security_alerts;
