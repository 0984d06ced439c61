CREATE TABLE storage_locations (
    id              UUID PRIMARY KEY,
    tenant_id       UUID          NOT NULL,
    version         BIGINT        NOT NULL,
    name            TEXT          NOT NULL CHECK (name = trim(name) AND length(name) BETWEEN 1 AND 100),
    type            TEXT          NOT NULL CHECK (type IN ('cold_storage', 'dry_storage', 'freezer', 'ambient')),
    status          TEXT          NOT NULL CHECK (status IN ('active', 'maintenance', 'inactive')),
    capacity_tonnes NUMERIC(8, 2) CHECK (capacity_tonnes > 0),
    temperature_min NUMERIC(5, 2),
    temperature_max NUMERIC(5, 2),
    humidity_min    NUMERIC(5, 2) CHECK (humidity_min BETWEEN 0 AND 100),
    humidity_max    NUMERIC(5, 2) CHECK (humidity_max BETWEEN 0 AND 100),
    created_at      TIMESTAMPTZ   NOT NULL,
    updated_at      TIMESTAMPTZ   NOT NULL,
    CHECK (temperature_min <= temperature_max),
    CHECK (humidity_min <= humidity_max)
);

-- people tell locations apart by name, whatever the case; upper() is what the repository asks with
CREATE UNIQUE INDEX storage_locations_by_name ON storage_locations (tenant_id, upper(name));

SELECT enable_tenant_isolation('storage_locations');
GRANT SELECT, INSERT, UPDATE ON storage_locations TO ${role};
