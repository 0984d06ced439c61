-- What tenants have set; what is not here, or null, has the default of the catalogue.
CREATE TABLE settings (
    tenant_id  UUID        NOT NULL,
    key        TEXT        NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
    value      JSONB,
    version    BIGINT      NOT NULL CHECK (version > 0),
    updated_by UUID,
    updated_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, key)
);
SELECT enable_tenant_isolation('settings');
GRANT SELECT, INSERT, UPDATE ON settings TO ${role};

CREATE TABLE setting_history (
    tenant_id  UUID        NOT NULL,
    key        TEXT        NOT NULL,
    version    BIGINT      NOT NULL,
    old_value  JSONB,
    new_value  JSONB,
    changed_by UUID,
    changed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, key, version),
    FOREIGN KEY (tenant_id, key) REFERENCES settings
);
SELECT enable_tenant_isolation('setting_history');
GRANT SELECT, INSERT ON setting_history TO ${role};
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON setting_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
