-- Who changed what, in all services. Per tenant the rows are a chain: each holds the hash of the one before it and its own,
-- which is taken over that and all of its content, so nothing can be changed, removed or moved unseen (docs/audit-log.md).

-- The end of each tenant's chain, locked to append; and where its beginning was cut off when old partitions expired.
CREATE TABLE audit_chains (
    tenant_id        UUID   PRIMARY KEY,
    position         BIGINT NOT NULL DEFAULT 0 CHECK (position >= 0),
    hash             BYTEA  NOT NULL DEFAULT decode(repeat('00', 32), 'hex') CHECK (length(hash) = 32),
    dropped_position BIGINT NOT NULL DEFAULT 0,
    dropped_hash     BYTEA  NOT NULL DEFAULT decode(repeat('00', 32), 'hex') CHECK (length(dropped_hash) = 32),
    CONSTRAINT dropped_within_the_chain CHECK (dropped_position BETWEEN 0 AND position)
);
SELECT enable_tenant_isolation('audit_chains');
GRANT SELECT, INSERT (tenant_id), UPDATE (position, hash) ON audit_chains TO ${role};

-- Ids are PostgreSQL's own, drawn under the lock of the chain: within a tenant they rise with the position.
CREATE TABLE audit_log (
    id            UUID        PRIMARY KEY,
    tenant_id     UUID        NOT NULL,
    position      BIGINT      NOT NULL CHECK (position > 0),
    user_id       UUID,
    action        TEXT        NOT NULL,
    resource_type TEXT        NOT NULL,
    resource_id   UUID,
    old_values    JSON, -- not JSONB: the text is what was hashed
    new_values    JSON,
    ip_address    TEXT,
    user_agent    TEXT,
    trace_id      TEXT,
    created_at    TIMESTAMPTZ NOT NULL,
    previous_hash BYTEA       NOT NULL CHECK (length(previous_hash) = 32),
    hash          BYTEA       NOT NULL CHECK (length(hash) = 32)
) PARTITION BY RANGE (id);
SELECT partition_by('audit_log', 'uuid7', 'month', 3, '8 years'); -- as long as books are kept
SELECT enable_tenant_isolation('audit_log');
GRANT SELECT, INSERT ON audit_log TO ${role};
CREATE INDEX audit_log_chain ON audit_log (tenant_id, position, id);
CREATE INDEX audit_log_by_time ON audit_log (tenant_id, created_at, id);
CREATE INDEX audit_log_by_user ON audit_log (tenant_id, user_id, created_at, id);
CREATE INDEX audit_log_by_action ON audit_log (tenant_id, action, created_at, id);
CREATE INDEX audit_log_by_type ON audit_log (tenant_id, resource_type, created_at, id);
CREATE INDEX audit_log_by_resource ON audit_log (tenant_id, resource_id, created_at, id) WHERE resource_id IS NOT NULL;

-- Append-only, for its owner too.
CREATE FUNCTION refuse_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Before a month goes, its last row of each tenant becomes the anchor that the next one's hash is checked against.
CREATE FUNCTION anchor_audit_chains(partition TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('UPDATE audit_chains SET dropped_position = last.position, dropped_hash = last.hash FROM ('
        || 'SELECT DISTINCT ON (tenant_id) tenant_id, position, hash FROM %I ORDER BY tenant_id, position DESC) AS last '
        || 'WHERE last.tenant_id = audit_chains.tenant_id AND last.position > dropped_position', partition);
END
$$;
UPDATE partitioned_tables SET before_drop = 'anchor_audit_chains' WHERE name = 'audit_log';
