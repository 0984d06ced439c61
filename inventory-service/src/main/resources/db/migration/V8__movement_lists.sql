-- The list of movements by what narrows it, however rare that is: without these a location or a type that has hardly any
-- would be looked for through all of the ledger.
CREATE INDEX movements_by_type ON stock_movements (tenant_id, movement_type, occurred_at, id);
CREATE INDEX movements_from_location ON stock_movements (from_location_id, occurred_at, id) WHERE from_location_id IS NOT NULL;
CREATE INDEX movements_to_location ON stock_movements (to_location_id, occurred_at, id) WHERE to_location_id IS NOT NULL;

-- What goes out and what of it was taken back, from the index alone; takes the place of the one that knew no reversals.
CREATE INDEX movements_sold_by_product ON stock_movements (product_id, occurred_at) INCLUDE (tenant_id, quantity, reversal_of)
    WHERE movement_type = 'outbound';
DROP INDEX movements_outbound_by_product;
