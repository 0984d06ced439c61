-- What is kept of auth-service's users: whom to tell. A user who is gone leaves his row, so that an older event can't bring
-- him back.
CREATE TABLE recipients (
    tenant_id   UUID    NOT NULL,
    user_id     UUID    NOT NULL,
    version     BIGINT  NOT NULL,
    active      BOOLEAN NOT NULL,
    permissions TEXT[]  NOT NULL,
    PRIMARY KEY (tenant_id, user_id)
);
SELECT enable_tenant_isolation('recipients');
GRANT SELECT, INSERT, UPDATE ON recipients TO ${role};

-- Ids are drawn under a lock of the tenant, so they rise in the order of commits: whoever has seen one has seen all before.
CREATE TABLE notifications (
    id         UUID        PRIMARY KEY DEFAULT uuidv7(),
    tenant_id  UUID        NOT NULL,
    user_id    UUID        NOT NULL,
    event_id   UUID        NOT NULL,
    title      TEXT        NOT NULL CHECK (length(title) BETWEEN 1 AND 255),
    message    TEXT        NOT NULL,
    type       TEXT        NOT NULL CHECK (type IN ('info', 'success', 'warning', 'error')),
    category   TEXT        NOT NULL CHECK (category IN ('system', 'order', 'inventory', 'payment', 'delivery', 'quality')),
    is_read    BOOLEAN     NOT NULL DEFAULT false,
    action_url TEXT        CHECK (length(action_url) <= 500),
    metadata   JSONB       NOT NULL DEFAULT '{}',
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT notifications_once_per_event_and_user UNIQUE (tenant_id, event_id, user_id)
);
SELECT enable_tenant_isolation('notifications');
CREATE INDEX notifications_newest_of_user ON notifications (tenant_id, user_id, created_at, id);
CREATE INDEX notifications_unread_of_user ON notifications (tenant_id, user_id, created_at, id) WHERE NOT is_read;
CREATE INDEX notifications_since ON notifications (tenant_id, user_id, id);
GRANT SELECT, INSERT, DELETE, UPDATE (is_read) ON notifications TO ${role};

-- Recent alerts, for sockets that were away. Position is the order in which they were stored.
CREATE TABLE stock_alerts (
    id          UUID        PRIMARY KEY,
    tenant_id   UUID        NOT NULL,
    position    BIGINT      GENERATED ALWAYS AS IDENTITY,
    type        TEXT        NOT NULL CHECK (type IN ('StockLow')),
    occurred_at TIMESTAMPTZ NOT NULL,
    data        JSONB       NOT NULL,
    stored_at   TIMESTAMPTZ NOT NULL
);
SELECT enable_tenant_isolation('stock_alerts');
CREATE INDEX stock_alerts_since_id ON stock_alerts (tenant_id, id);
CREATE INDEX stock_alerts_since_position ON stock_alerts (tenant_id, position);
CREATE INDEX stock_alerts_by_age ON stock_alerts (tenant_id, stored_at);
GRANT SELECT, INSERT, DELETE ON stock_alerts TO ${role};
