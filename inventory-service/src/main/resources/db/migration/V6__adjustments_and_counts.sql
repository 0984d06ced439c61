-- Adjustments that another user has to approve, what was thrown away by time, and stock takes.

CREATE TABLE adjustments (
    id               UUID          PRIMARY KEY,
    tenant_id        UUID          NOT NULL,
    product_id       UUID          NOT NULL REFERENCES products ON DELETE RESTRICT,
    lot_id           UUID          REFERENCES lots ON DELETE RESTRICT,
    location_id      UUID          NOT NULL REFERENCES locations ON DELETE RESTRICT,
    quantity         NUMERIC(14,3) NOT NULL CHECK (quantity <> 0),
    reason           TEXT          NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    notes            TEXT,
    worth            NUMERIC(15,2) NOT NULL CHECK (worth >= 0),
    status           TEXT          NOT NULL CHECK (status IN ('pending_approval', 'approved', 'rejected')),
    requested_by     UUID          NOT NULL,
    requested_at     TIMESTAMPTZ   NOT NULL,
    decided_by       UUID,
    decided_at       TIMESTAMPTZ,
    rejection_reason TEXT          CHECK (length(rejection_reason) BETWEEN 1 AND 500),
    movement_id      UUID          UNIQUE,
    CONSTRAINT adjustment_decided_by_another CHECK (decided_by <> requested_by),
    CONSTRAINT adjustment_is_decided CHECK (
        (status = 'pending_approval') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT approved_has_its_movement CHECK ((status = 'approved') = (movement_id IS NOT NULL)),
    CONSTRAINT rejected_has_its_reason CHECK ((status = 'rejected') = (rejection_reason IS NOT NULL))
);
SELECT enable_tenant_isolation('adjustments');
-- what was asked for stays as it was
GRANT SELECT, INSERT, UPDATE (status, decided_by, decided_at, rejection_reason, movement_id) ON adjustments TO ${role};
CREATE INDEX adjustments_by_time ON adjustments (tenant_id, requested_at, id);
CREATE INDEX adjustments_by_product ON adjustments (product_id, requested_at, id);
CREATE INDEX adjustments_to_decide ON adjustments (tenant_id, requested_at, id) WHERE status = 'pending_approval';

ALTER TABLE waste_records ADD COLUMN occurred_at TIMESTAMPTZ;
UPDATE waste_records w SET occurred_at = m.occurred_at FROM stock_movements m WHERE m.id = w.id;
ALTER TABLE waste_records ALTER COLUMN occurred_at SET NOT NULL;
CREATE INDEX waste_by_time ON waste_records (tenant_id, occurred_at, id);
CREATE INDEX waste_by_product ON waste_records (product_id, occurred_at, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON waste_records FOR EACH ROW EXECUTE FUNCTION refuse_change();
