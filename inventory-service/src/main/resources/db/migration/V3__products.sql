-- What a product cost and when, which codes are right, how products are found, and how one that never had goods goes.

CREATE TABLE product_prices (
    id         UUID          PRIMARY KEY,
    tenant_id  UUID          NOT NULL,
    product_id UUID          NOT NULL REFERENCES products ON DELETE CASCADE,
    price      NUMERIC(12,4) NOT NULL CHECK (price >= 0),
    cost_price NUMERIC(12,4) CHECK (cost_price >= 0),
    valid_from TIMESTAMPTZ   NOT NULL,
    changed_by UUID -- null: from before there was a history, and nobody knows
);
SELECT enable_tenant_isolation('product_prices');
GRANT SELECT, INSERT ON product_prices TO ${role};
CREATE INDEX product_prices_by_product ON product_prices (product_id, valid_from, id);
CREATE TRIGGER append_only BEFORE UPDATE ON product_prices FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Prices go when their product goes, and not before.
CREATE FUNCTION refuse_while_product_is_there() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM ${flyway:defaultSchema}.products WHERE id = OLD.product_id) THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER goes_with_product BEFORE DELETE ON product_prices
    FOR EACH ROW EXECUTE FUNCTION refuse_while_product_is_there();

-- what they cost before their last change nobody wrote down
INSERT INTO product_prices (id, tenant_id, product_id, price, cost_price, valid_from, changed_by)
SELECT uuidv7(), tenant_id, id, price, cost_price, updated_at, CASE WHEN updated_at = created_at THEN created_by END
FROM products;

-- Removes a product of this tenant that nothing refers to; says whether it did. What is history the foreign keys know,
-- those of tables to come too. The service's role has no DELETE on products.
CREATE FUNCTION remove_product(product UUID) RETURNS BOOLEAN
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
BEGIN
    DELETE FROM product_stock WHERE product_id = product AND tenant_id = current_tenant();
    DELETE FROM products WHERE id = product AND tenant_id = current_tenant();
    RETURN FOUND;
EXCEPTION
    WHEN foreign_key_violation OR restrict_violation THEN
        RETURN false;
END
$$;
REVOKE EXECUTE ON FUNCTION remove_product(UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remove_product(UUID) TO ${role};

-- Thirteen digits are a GTIN-13, whose last one checks the others (GS1 General Specifications, 7.9); all else may be.
CREATE FUNCTION ean13_ok(code TEXT) RETURNS BOOLEAN
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN code ~ '^[0-9]{13}$' THEN
        (SELECT sum(substr(code, place, 1)::int * CASE WHEN place % 2 = 0 THEN 3 ELSE 1 END) % 10 = 0
         FROM generate_series(1, 13) place) ELSE true END;
ALTER TABLE products
    ADD CONSTRAINT product_barcode_is_ean13 CHECK (ean13_ok(barcode)),
    ADD CONSTRAINT product_sku_is_ean13 CHECK (ean13_ok(sku)),
    ADD CONSTRAINT product_barcode_not_empty CHECK (barcode <> '');
CREATE UNIQUE INDEX product_barcode_once ON products (tenant_id, barcode) WHERE barcode IS NOT NULL;

-- A category and everything below it.
CREATE FUNCTION category_tree(top UUID) RETURNS SETOF UUID
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    WITH RECURSIVE tree (id) AS (
        SELECT id FROM categories WHERE id = top
        UNION
        SELECT child.id FROM categories child JOIN tree ON child.parent_id = tree.id)
    SELECT id FROM tree;
END;

-- Pattern of a text that contains this one.
CREATE FUNCTION containing(part TEXT) RETURNS TEXT
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN '%' || regexp_replace(lower(part), '([\\%_])', '\\\1', 'g') || '%';

-- The operators of text search are not leakproof, so below the policy the index would not serve them. These functions run
-- as the owner, whom the policy does not bind, and name the tenant themselves: without one there are no rows.
CREATE FUNCTION products_containing(part TEXT) RETURNS SETOF UUID
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = ${flyway:defaultSchema}, public, pg_temp AS $$
    SELECT p.id FROM products p WHERE p.tenant_id = current_tenant() AND p.search LIKE containing(part)
$$;
REVOKE EXECUTE ON FUNCTION products_containing(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION products_containing(TEXT) TO ${role};

-- The best thousand: whose code, SKU or barcode it is, then what contains it, then what is like it. Where it says next to
-- nothing, as a single letter does, five thousand of each are weighed, and not all.
SELECT word_similarity('', ''); -- loads pg_trgm, whose parameter nobody may set before
CREATE FUNCTION search_products(asked TEXT) RETURNS TABLE (id UUID, rank DOUBLE PRECISION)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = ${flyway:defaultSchema}, public, pg_temp
    SET pg_trgm.word_similarity_threshold = 0.45 AS $$
    WITH candidates AS (
        SELECT p.id FROM products p WHERE p.tenant_id = current_tenant()
            AND (p.product_code = asked OR p.sku = asked OR p.barcode = asked)
        UNION
        (SELECT p.id FROM products p WHERE p.tenant_id = current_tenant() AND p.search LIKE containing(asked) LIMIT 5000)
        UNION
        (SELECT p.id FROM products p WHERE p.tenant_id = current_tenant() AND p.search %> asked LIMIT 5000))
    SELECT p.id, word_similarity(asked, p.search) + (p.search LIKE containing(asked))::int
        + coalesce(lower(asked) IN (lower(p.product_code), lower(p.sku), lower(p.barcode)), false)::int AS rank
    FROM candidates JOIN products p USING (id)
    ORDER BY rank DESC, p.name, p.id LIMIT 1000
$$;
REVOKE EXECUTE ON FUNCTION search_products(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_products(TEXT) TO ${role};

-- How fast a product goes, from the index alone: the tenant is in it for the policy.
CREATE INDEX movements_outbound_by_product ON stock_movements (product_id, occurred_at) INCLUDE (tenant_id, quantity)
    WHERE movement_type = 'outbound';
