-- What bears on the safety of accounts, for somebody to look at (docs/security-events.md).
CREATE TABLE security_events (
    id          UUID        PRIMARY KEY,
    tenant_id   UUID        NOT NULL,
    event_type  TEXT        NOT NULL CHECK (event_type IN ('failed_login', 'suspicious_activity', 'unauthorized_access',
        'data_breach', 'password_change', 'account_lockout')),
    severity    TEXT        NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
    user_id     UUID,
    ip_address  TEXT, -- in one form; as text, so that an index finds it below the policy
    user_agent  TEXT,
    description TEXT        NOT NULL CHECK (length(description) BETWEEN 1 AND 2000),
    status      TEXT        NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'investigating', 'resolved', 'false_positive')),
    note        TEXT        CHECK (length(note) BETWEEN 1 AND 2000),
    resolved_by UUID,
    resolved_at TIMESTAMPTZ,
    created_at  TIMESTAMPTZ NOT NULL,
    CONSTRAINT resolved_at_some_time CHECK ((status IN ('resolved', 'false_positive')) = (resolved_at IS NOT NULL)),
    CONSTRAINT resolved_by_nobody_before CHECK (resolved_by IS NULL OR resolved_at IS NOT NULL)
) PARTITION BY RANGE (id);
SELECT partition_by('security_events', 'uuid7', 'month', 3, '2 years');
SELECT enable_tenant_isolation('security_events');
GRANT SELECT, INSERT, UPDATE (status, note, resolved_by, resolved_at) ON security_events TO ${role};
CREATE INDEX security_events_by_time ON security_events (tenant_id, created_at, id);
CREATE INDEX security_events_by_type ON security_events (tenant_id, event_type, created_at, id);
CREATE INDEX security_events_by_severity ON security_events (tenant_id, severity, created_at, id);
CREATE INDEX security_events_by_status ON security_events (tenant_id, status, created_at, id);
CREATE INDEX security_events_by_user ON security_events (tenant_id, user_id, created_at, id) WHERE user_id IS NOT NULL;
CREATE INDEX security_events_by_address ON security_events (tenant_id, ip_address, created_at, id)
    WHERE ip_address IS NOT NULL;

-- Refused sign-ins, to be counted by address whoever's users they meant: so without a policy. A name is a user's id, or a
-- digest of what was typed.
CREATE TABLE sign_in_failures (
    ip_address TEXT        NOT NULL,
    tenant_id  UUID        NOT NULL,
    name       TEXT        NOT NULL,
    failed_at  TIMESTAMPTZ NOT NULL
) PARTITION BY RANGE (failed_at);
SELECT partition_by('sign_in_failures', 'timestamptz', 'day', 3, '3 days');
CREATE INDEX sign_in_failures_by_address ON sign_in_failures (ip_address, failed_at);
GRANT SELECT, INSERT ON sign_in_failures TO ${role};

-- What a rule has noticed: told once to each tenant that it concerns until its window is over. Without a policy, as one
-- tenant's failure may be the last straw for another.
CREATE TABLE suspicions (
    tenant_id   UUID        NOT NULL,
    rule        TEXT        NOT NULL,
    subject     TEXT        NOT NULL, -- the address or the user
    noticed_at  TIMESTAMPTZ NOT NULL,
    ends_at     TIMESTAMPTZ NOT NULL,
    severity    TEXT        NOT NULL,
    description TEXT        NOT NULL,
    user_id     UUID,
    ip_address  TEXT,
    user_agent  TEXT,
    raised      BOOLEAN     NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, rule, subject),
    CONSTRAINT suspicion_has_a_window CHECK (ends_at > noticed_at)
);
CREATE INDEX suspicions_to_raise ON suspicions (noticed_at) WHERE NOT raised;
CREATE INDEX suspicions_by_subject ON suspicions (subject, ends_at);
CREATE INDEX suspicions_by_end ON suspicions (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON suspicions TO ${role};
