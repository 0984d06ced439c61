-- What Aurora's lists and events need of Keycloak's users; Keycloak is the source, reconciliation the writer.
CREATE TABLE users (
    tenant_id      UUID        NOT NULL REFERENCES tenants,
    id             UUID        NOT NULL, -- Keycloak's, the claim sub
    email          TEXT        NOT NULL,
    first_name     TEXT        NOT NULL,
    last_name      TEXT        NOT NULL,
    phone          TEXT,
    avatar_url     TEXT,
    status         TEXT        NOT NULL CHECK (status IN ('active', 'inactive', 'suspended')),
    roles          TEXT[]      NOT NULL,
    permissions    TEXT[]      NOT NULL, -- concrete, as in a token
    email_verified BOOLEAN     NOT NULL,
    last_login     TIMESTAMPTZ,
    version        BIGINT      NOT NULL,
    created_at     TIMESTAMPTZ NOT NULL,
    updated_at     TIMESTAMPTZ NOT NULL,
    -- with the tenant: who is moved to another tenant is new there before he is gone here
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX users_by_email ON users (tenant_id, email);
SELECT enable_tenant_isolation('users');
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO ${role};
