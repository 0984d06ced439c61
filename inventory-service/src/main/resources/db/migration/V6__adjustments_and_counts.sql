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

CREATE TABLE stock_counts (
    id          UUID        PRIMARY KEY,
    tenant_id   UUID        NOT NULL,
    code        TEXT        NOT NULL,
    location_id UUID        NOT NULL REFERENCES locations ON DELETE RESTRICT,
    status      TEXT        NOT NULL CHECK (status IN ('open', 'posted', 'cancelled')),
    notes       TEXT,
    opened_by   UUID        NOT NULL,
    opened_at   TIMESTAMPTZ NOT NULL,
    closed_by   UUID,
    closed_at   TIMESTAMPTZ,
    CONSTRAINT count_code_once UNIQUE (tenant_id, code),
    CONSTRAINT count_is_closed CHECK (
        (status = 'open') = (closed_by IS NULL) AND (closed_by IS NULL) = (closed_at IS NULL))
);
SELECT enable_tenant_isolation('stock_counts');
GRANT SELECT, INSERT, UPDATE (status, closed_by, closed_at) ON stock_counts TO ${role};
CREATE UNIQUE INDEX one_open_count_of_a_location ON stock_counts (location_id) WHERE status = 'open';
CREATE INDEX stock_counts_by_time ON stock_counts (tenant_id, opened_at, id);

-- What the ledger had when a lot was counted is kept with what was found, so that what moves afterwards is no variance.
CREATE TABLE stock_count_lines (
    count_id    UUID          NOT NULL REFERENCES stock_counts ON DELETE RESTRICT,
    lot_id      UUID          NOT NULL REFERENCES lots ON DELETE RESTRICT,
    tenant_id   UUID          NOT NULL,
    product_id  UUID          NOT NULL REFERENCES products ON DELETE RESTRICT,
    counted     NUMERIC(14,3) CHECK (counted >= 0),
    expected    NUMERIC(14,3) CHECK (expected >= 0),
    counted_by  UUID,
    counted_at  TIMESTAMPTZ,
    movement_id UUID          UNIQUE,
    PRIMARY KEY (count_id, lot_id),
    CONSTRAINT count_line_is_counted CHECK (
        (counted IS NULL) = (expected IS NULL)
        AND (counted IS NULL) = (counted_by IS NULL)
        AND (counted IS NULL) = (counted_at IS NULL)),
    CONSTRAINT only_a_variance_moves CHECK (movement_id IS NULL OR counted IS DISTINCT FROM expected)
);
SELECT enable_tenant_isolation('stock_count_lines');
GRANT SELECT, INSERT, UPDATE (counted, expected, counted_by, counted_at, movement_id) ON stock_count_lines TO ${role};
