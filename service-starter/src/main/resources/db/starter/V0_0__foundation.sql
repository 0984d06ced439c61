-- What every service's schema begins with: its role, its tenants, and the helpers for isolation and partitions.

GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO ${role};

-- Tenants have no tenant: jobs loop over them.
CREATE TABLE tenants (
    id        UUID PRIMARY KEY,
    code      TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    time_zone TEXT NOT NULL DEFAULT 'Asia/Kolkata',
    status    TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended'))
);
GRANT SELECT, INSERT, UPDATE ON tenants TO ${role};

-- The tenant of this transaction; null, and so no rows, when nobody has named one.
CREATE FUNCTION current_tenant() RETURNS UUID
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('aurora.tenant', true), '')::uuid;

-- Rows of other tenants do not exist. Enabled, not forced: the owner migrates and bulk-loads.
CREATE FUNCTION enable_tenant_isolation(target REGCLASS) RETURNS VOID
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY tenant_isolation ON %s USING (tenant_id = (SELECT ${flyway:defaultSchema}.current_tenant()))'
        || ' WITH CHECK (tenant_id = (SELECT ${flyway:defaultSchema}.current_tenant()))', target);
END
$$;

CREATE TABLE codes (
    tenant_id UUID   NOT NULL,
    prefix    TEXT   NOT NULL,
    last      BIGINT NOT NULL CHECK (last > 0),
    PRIMARY KEY (tenant_id, prefix)
);
SELECT enable_tenant_isolation('codes');
GRANT SELECT, INSERT, UPDATE ON codes TO ${role};

-- Tables that are range-partitioned, by a timestamp or by a UUIDv7, which begins with its milliseconds.
CREATE TABLE partitioned_tables (
    name      TEXT PRIMARY KEY,
    key_type  TEXT     NOT NULL CHECK (key_type IN ('timestamptz', 'uuid7')),
    step      TEXT     NOT NULL CHECK (step IN ('day', 'month')),
    ahead     INTEGER  NOT NULL CHECK (ahead > 0),
    keep      INTERVAL -- null: for ever
);

CREATE FUNCTION uuid7_at(moment TIMESTAMPTZ) RETURNS UUID
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid;

-- One partition of a registered table, unless it exists. Rows that already lie in the default partition stay there, and
-- that stretch gets no partition of its own: a write never fails for want of one.
CREATE FUNCTION make_partition(target partitioned_tables, first TIMESTAMPTZ) RETURNS VOID
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
DECLARE
    partition TEXT := target.name || to_char(first AT TIME ZONE 'UTC', CASE target.step WHEN 'day' THEN '_YYYYMMDD' ELSE '_YYYYMM' END);
    after TIMESTAMPTZ := first + ('1 ' || target.step)::interval;
BEGIN
    IF to_regclass(partition) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', partition, target.name,
            CASE target.key_type WHEN 'uuid7' THEN uuid7_at(first)::text ELSE first::text END,
            CASE target.key_type WHEN 'uuid7' THEN uuid7_at(after)::text ELSE after::text END);
    END IF;
EXCEPTION
    WHEN check_violation THEN
        RAISE WARNING 'partition % not made: its rows already lie in the default partition', partition;
END
$$;

-- Makes the partitions to come and drops those that have expired; called at start and daily.
CREATE FUNCTION maintain_partitions() RETURNS VOID
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    target partitioned_tables;
    expired RECORD;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('${flyway:defaultSchema}.maintain_partitions', 0));
    FOR target IN SELECT * FROM partitioned_tables LOOP
        FOR number IN 0 .. target.ahead LOOP
            PERFORM make_partition(target, date_trunc(target.step, now()) + (number || ' ' || target.step)::interval);
        END LOOP;
        IF target.keep IS NOT NULL THEN
            FOR expired IN
                SELECT child.relname FROM pg_inherits
                JOIN pg_class child ON child.oid = inhrelid
                WHERE inhparent = target.name::regclass
                  AND child.relname ~ ('^' || target.name || '_[0-9]+$')
                  AND substring(child.relname FROM '[0-9]+$')
                      < to_char(now() - target.keep, CASE target.step WHEN 'day' THEN 'YYYYMMDD' ELSE 'YYYYMM' END)
            LOOP
                EXECUTE format('DROP TABLE %I', expired.relname);
            END LOOP;
        END IF;
    END LOOP;
END
$$;

-- For migrations: registers a table that was created PARTITION BY RANGE, gives it a default partition and its first ones.
CREATE FUNCTION partition_by(target TEXT, key_type TEXT, step TEXT, ahead INTEGER, keep INTERVAL DEFAULT NULL) RETURNS VOID
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TABLE %I PARTITION OF %I DEFAULT', target || '_default', target);
    INSERT INTO partitioned_tables VALUES (target, key_type, step, ahead, keep);
    PERFORM maintain_partitions();
END
$$;
