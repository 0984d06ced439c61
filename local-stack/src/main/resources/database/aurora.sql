-- The database of the services: a schema each, owned by aurora_owner, which migrates it; a service only enters its own.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA public;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

DO $$
DECLARE
    service text;
    role text;
BEGIN
    FOREACH service IN ARRAY ARRAY['auth', 'supplier', 'inventory', 'warehouse', 'logistics', 'analytics',
            'notification'] LOOP
        role := service || '_service';
        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION aurora_owner', service);
        EXECUTE format('GRANT CONNECT ON DATABASE aurora TO %I', role);
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', service, role);
        EXECUTE format('ALTER ROLE %I SET search_path = %I, public', role, service);
    END LOOP;
END
$$;
