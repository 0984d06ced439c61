-- A movement changes a balance and the stock of its product where they lie (a heap-only tuple, no index is written): the
-- indexes of what is there ask a column that changes only when the last gram leaves or the first comes, not the quantity
-- itself, and there is room beside a row for its next version.
DROP INDEX balances_by_product, balances_by_location;
ALTER TABLE balances ADD COLUMN is_empty BOOLEAN NOT NULL GENERATED ALWAYS AS (on_hand = 0) STORED;
CREATE INDEX balances_by_product ON balances (product_id, lot_id, location_id) WHERE NOT is_empty;
CREATE INDEX balances_by_location ON balances (location_id, product_id) WHERE NOT is_empty;
-- counts what is there without looking at the rows; the constant column is there because only then PostgreSQL does so
CREATE INDEX balances_there ON balances (tenant_id, is_empty) WHERE NOT is_empty;
ALTER TABLE balances SET (fillfactor = 70);
ALTER TABLE product_stock SET (fillfactor = 50);
