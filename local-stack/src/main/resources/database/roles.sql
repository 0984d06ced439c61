-- The roles of the server. Passwords come as settings aurora.password.<role>; running it again only sets them anew.
DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['aurora_owner', 'keycloak', 'auth_service', 'supplier_service', 'inventory_service',
            'warehouse_service', 'logistics_service', 'analytics_service', 'notification_service'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I', role);
        END IF;
        EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD %L', role,
                current_setting('aurora.password.' || role));
    END LOOP;
END
$$;
