-- Roles that a tenant has made for itself: what is written here is brought into Keycloak. Built-in ones are in access.json.
CREATE TABLE roles (
    tenant_id   UUID        NOT NULL REFERENCES tenants,
    id          UUID        PRIMARY KEY,
    keycloak_id UUID        NOT NULL, -- changes only when somebody removed it over there
    name        TEXT        NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
    description TEXT        NOT NULL CHECK (length(description) <= 500),
    permissions TEXT[]      NOT NULL, -- concrete; in force only while it is active
    is_active   BOOLEAN     NOT NULL,
    version     BIGINT      NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    updated_at  TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX role_name_once ON roles (tenant_id, lower(name));
SELECT enable_tenant_isolation('roles');
GRANT SELECT, INSERT, UPDATE, DELETE ON roles TO ${role};

-- who holds a role: the filter of the list, and whether a role is in use
CREATE INDEX users_by_role ON users USING gin (roles);
