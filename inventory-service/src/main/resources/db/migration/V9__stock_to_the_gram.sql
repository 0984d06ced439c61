-- What the reviews of stock, receipts and counts asked of the database.

-- A category is never below itself, also when two are moved at once: who moves one waits for who moves another of the tenant.
CREATE FUNCTION lock_categories(tenant UUID) RETURNS VOID
    LANGUAGE sql
    BEGIN ATOMIC
        SELECT pg_advisory_xact_lock(hashtextextended('categories of ' || tenant, 0));
    END;
CREATE FUNCTION refuse_circle() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM ${flyway:defaultSchema}.lock_categories(NEW.tenant_id);
    IF NEW.parent_id IN (SELECT ${flyway:defaultSchema}.category_tree(NEW.id)) THEN
        RAISE EXCEPTION 'category % would be a part of itself', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'categories_form_a_tree';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER categories_form_a_tree BEFORE UPDATE OF parent_id ON categories
    FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_circle();
