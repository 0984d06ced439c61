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

-- A lot that arrives on hold, or recalled, has that in its history: from no state at all. The reason on the lot is that of now.
ALTER TABLE lot_history
    ALTER COLUMN from_state DROP NOT NULL,
    DROP CONSTRAINT lot_moves_as_it_may,
    ADD CONSTRAINT lot_moves_as_it_may CHECK (
        CASE WHEN from_state IS NULL THEN to_state IN ('hold', 'recalled')
        ELSE (from_state, to_state) IN
            (('available', 'hold'), ('hold', 'available'), ('available', 'recalled'), ('hold', 'recalled')) END);
CREATE UNIQUE INDEX lot_arrives_once ON lot_history (lot_id) WHERE from_state IS NULL;
-- of those that have changed since, the reason is lost
INSERT INTO lot_history (id, tenant_id, lot_id, to_state, reason, changed_by, changed_at)
SELECT uuidv7(), l.tenant_id, l.id, l.state, left(l.hold_reason, 500), r.received_by, l.received_at
FROM lots l LEFT JOIN receipts r ON r.id = l.receipt_id AND l.returned_from IS NULL
WHERE l.state <> 'available' AND l.hold_reason <> '' AND NOT EXISTS (SELECT FROM lot_history h WHERE h.lot_id = l.id);

-- A line that a revision drops after goods have arrived for it stays with what it has received, and wants nothing more.
ALTER TABLE purchase_order_lines
    DROP CONSTRAINT purchase_order_lines_quantity_check,
    ADD CONSTRAINT ordered_or_received CHECK (quantity > 0 OR (quantity = 0 AND received > 0));

-- How much more than ordered may arrive of a product; null: as much as the tenant has set.
ALTER TABLE products ADD COLUMN over_receipt_tolerance_percent NUMERIC(5,2)
    CONSTRAINT product_tolerance_is_a_percentage CHECK (over_receipt_tolerance_percent BETWEEN 0 AND 100);

-- Whoever found how much of a lot in a stock take, and when; its lines keep the last of them.
CREATE TABLE stock_count_entries (
    id         UUID          PRIMARY KEY,
    tenant_id  UUID          NOT NULL,
    count_id   UUID          NOT NULL,
    lot_id     UUID          NOT NULL,
    counted    NUMERIC(14,3) NOT NULL CHECK (counted >= 0),
    expected   NUMERIC(14,3) NOT NULL CHECK (expected >= 0),
    counted_by UUID          NOT NULL,
    counted_at TIMESTAMPTZ   NOT NULL,
    FOREIGN KEY (count_id, lot_id) REFERENCES stock_count_lines ON DELETE RESTRICT
);
SELECT enable_tenant_isolation('stock_count_entries');
GRANT SELECT, INSERT ON stock_count_entries TO ${role};
CREATE INDEX stock_count_entries_by_line ON stock_count_entries (count_id, lot_id, id);
INSERT INTO stock_count_entries (id, tenant_id, count_id, lot_id, counted, expected, counted_by, counted_at)
SELECT uuidv7(), tenant_id, count_id, lot_id, counted, expected, counted_by, counted_at
FROM stock_count_lines WHERE counted IS NOT NULL;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON stock_count_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Since when a customer waits for his goods: who came last loses first what turns out not to be there.
ALTER TABLE reservations ADD COLUMN placed_at TIMESTAMPTZ;
UPDATE reservations SET placed_at = updated_at;
ALTER TABLE reservations ALTER COLUMN placed_at SET NOT NULL;

-- Lots by what expires first, or last; without an end come those that keep.
CREATE INDEX lots_by_expiry_first ON lots (tenant_id, expiry_date, id);
CREATE INDEX lots_by_expiry_last ON lots (tenant_id, expiry_date DESC NULLS LAST, id);
DROP INDEX lots_by_expiry;

-- A product whose goods are ordered stays too: an order is from elsewhere, and names products that may not be there.
CREATE OR REPLACE FUNCTION remove_product(product UUID) RETURNS BOOLEAN
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM purchase_order_lines l WHERE l.product_id = product AND l.tenant_id = current_tenant()) THEN
        RETURN false;
    END IF;
    DELETE FROM product_stock WHERE product_id = product AND tenant_id = current_tenant();
    DELETE FROM products WHERE id = product AND tenant_id = current_tenant();
    RETURN FOUND;
EXCEPTION
    WHEN foreign_key_violation OR restrict_violation THEN
        RETURN false;
END
$$;
CREATE INDEX purchase_order_lines_by_product ON purchase_order_lines (product_id);

-- The lists of waste and of adjustments by what narrows them, however rare that is.
CREATE INDEX waste_by_reason ON waste_records (tenant_id, waste_reason, occurred_at, id);
CREATE INDEX waste_by_disposal ON waste_records (tenant_id, disposal_method, occurred_at, id);
CREATE INDEX waste_by_disposal_date ON waste_records (tenant_id, disposal_date);
CREATE INDEX adjustments_by_status ON adjustments (tenant_id, status, requested_at, id);
DROP INDEX adjustments_to_decide;
CREATE INDEX adjustments_by_location ON adjustments (location_id, requested_at, id);
CREATE INDEX adjustments_by_requester ON adjustments (requested_by, requested_at, id);
CREATE INDEX stock_counts_by_location ON stock_counts (location_id, opened_at, id);
CREATE INDEX receipts_by_location ON receipts (location_id, received_at, id);
