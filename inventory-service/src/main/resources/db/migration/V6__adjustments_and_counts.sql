-- Adjustments that another user has to approve, what was thrown away by time, and stock takes.

ALTER TABLE waste_records ADD COLUMN occurred_at TIMESTAMPTZ;
UPDATE waste_records w SET occurred_at = m.occurred_at FROM stock_movements m WHERE m.id = w.id;
ALTER TABLE waste_records ALTER COLUMN occurred_at SET NOT NULL;
CREATE INDEX waste_by_time ON waste_records (tenant_id, occurred_at, id);
CREATE INDEX waste_by_product ON waste_records (product_id, occurred_at, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON waste_records FOR EACH ROW EXECUTE FUNCTION refuse_change();
