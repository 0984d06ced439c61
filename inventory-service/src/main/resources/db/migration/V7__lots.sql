-- Lots that will soon have to be sold are told once, and lists of lots stay fast when there are many.

ALTER TABLE lots ADD COLUMN expiry_told_at TIMESTAMPTZ;
ALTER TABLE lots ADD CONSTRAINT only_what_expires_is_told CHECK (expiry_told_at IS NULL OR expiry_date IS NOT NULL);
CREATE INDEX lots_to_tell ON lots (tenant_id, expiry_date, id) WHERE expiry_told_at IS NULL AND state <> 'recalled';

CREATE INDEX lots_by_state ON lots (tenant_id, state, received_at, id);
CREATE INDEX lots_by_supplier ON lots (supplier_id, received_at, id) WHERE supplier_id IS NOT NULL;
CREATE INDEX lots_by_expiry ON lots (tenant_id, expiry_date);
