-- A table may have something written down before one of its partitions is dropped, by a function that is given its name.
ALTER TABLE partitioned_tables ADD COLUMN before_drop TEXT;

CREATE OR REPLACE FUNCTION maintain_partitions() RETURNS VOID
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
                ORDER BY child.relname
            LOOP
                IF target.before_drop IS NOT NULL THEN
                    EXECUTE format('SELECT %I(%L)', target.before_drop, expired.relname);
                END IF;
                EXECUTE format('DROP TABLE %I', expired.relname);
            END LOOP;
        END IF;
    END LOOP;
END
$$;
