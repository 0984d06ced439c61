-- What Keycloak does not keep of a session: with what it was opened. A row goes when the session's end has been told, so a
-- row whose session is gone is an end that has yet to be told.
CREATE TABLE session_devices (
    tenant_id  UUID        NOT NULL REFERENCES tenants,
    id         TEXT        NOT NULL CHECK (length(id) BETWEEN 1 AND 64), -- Keycloak's, the claim sid
    user_id    UUID        NOT NULL,
    user_agent TEXT CHECK (length(user_agent) <= 300),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX session_devices_by_user ON session_devices (tenant_id, user_id);
CREATE INDEX session_devices_by_age ON session_devices (tenant_id, created_at);
SELECT enable_tenant_isolation('session_devices');
GRANT SELECT, INSERT, DELETE ON session_devices TO ${role};
