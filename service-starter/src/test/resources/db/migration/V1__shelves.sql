-- What the small application of the tests keeps.
CREATE TABLE shelves (
    id        UUID PRIMARY KEY,
    tenant_id UUID           NOT NULL,
    version   BIGINT         NOT NULL,
    name      TEXT           NOT NULL,
    kind      TEXT           NOT NULL CHECK (kind IN ('cold-room', 'dry')),
    width     NUMERIC(10, 3) NOT NULL CHECK (width < 1000),
    sturdy    BOOLEAN        NOT NULL,
    parent_id UUID REFERENCES shelves (id),
    built_at  TIMESTAMPTZ    NOT NULL,
    CONSTRAINT shelf_name_once UNIQUE (tenant_id, name)
);
SELECT enable_tenant_isolation('shelves');
GRANT SELECT, INSERT, UPDATE, DELETE ON shelves TO ${role};

CREATE TABLE readings (
    id        UUID PRIMARY KEY,
    tenant_id UUID        NOT NULL,
    taken_at  TIMESTAMPTZ NOT NULL,
    sensor    TEXT        NOT NULL
) PARTITION BY RANGE (id);
SELECT partition_by('readings', 'uuid7', 'month', 2, '3 months');
SELECT enable_tenant_isolation('readings');
GRANT SELECT, INSERT ON readings TO ${role};
