-- Movements that take others back, goods that are set aside for customer orders, and how lots came to their state.

ALTER TABLE stock_movements ADD COLUMN reversal_of UUID;

-- A movement is taken back once; the ledger itself, partitioned by id, can't have that as a unique key.
CREATE TABLE reversals (
    movement_id UUID PRIMARY KEY,
    reversal_id UUID NOT NULL,
    tenant_id   UUID NOT NULL,
    CONSTRAINT reversal_of_another CHECK (movement_id <> reversal_id)
);
SELECT enable_tenant_isolation('reversals');
GRANT SELECT, INSERT ON reversals TO ${role};
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reversals FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What comes back from a customer is a lot of its own, so that it can be on hold while the rest is sold.
ALTER TABLE lots ADD COLUMN returned_from UUID REFERENCES lots ON DELETE RESTRICT;
CREATE INDEX lots_by_origin ON lots (returned_from) WHERE returned_from IS NOT NULL;

CREATE TABLE lot_history (
    id         UUID        PRIMARY KEY,
    tenant_id  UUID        NOT NULL,
    lot_id     UUID        NOT NULL REFERENCES lots ON DELETE RESTRICT,
    from_state TEXT        NOT NULL CHECK (from_state IN ('available', 'hold', 'recalled')),
    to_state   TEXT        NOT NULL CHECK (to_state IN ('available', 'hold', 'recalled')),
    reason     TEXT        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    changed_by UUID,
    changed_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT lot_moves_as_it_may CHECK ((from_state, to_state) IN
        (('available', 'hold'), ('hold', 'available'), ('available', 'recalled'), ('hold', 'recalled')))
);
SELECT enable_tenant_isolation('lot_history');
GRANT SELECT, INSERT ON lot_history TO ${role};
CREATE INDEX lot_history_by_lot ON lot_history (lot_id, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON lot_history FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE reservations (
    order_id      UUID        PRIMARY KEY,
    tenant_id     UUID        NOT NULL,
    order_number  TEXT        NOT NULL,
    customer_id   UUID        NOT NULL,
    delivery_date DATE        NOT NULL,
    status        TEXT        NOT NULL CHECK (status IN
        ('rejected', 'reserved', 'confirmed', 'packed', 'released', 'in_transit', 'delivered', 'returned')),
    expires_at    TIMESTAMPTZ,
    updated_at    TIMESTAMPTZ NOT NULL,
    CONSTRAINT only_reserved_expires CHECK ((status = 'reserved') = (expires_at IS NOT NULL))
);
SELECT enable_tenant_isolation('reservations');
GRANT SELECT, INSERT, UPDATE ON reservations TO ${role};
CREATE INDEX reservations_to_expire ON reservations (tenant_id, expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE reservation_lines (
    line_id     UUID          PRIMARY KEY,
    tenant_id   UUID          NOT NULL,
    order_id    UUID          NOT NULL REFERENCES reservations ON DELETE RESTRICT,
    product_id  UUID          NOT NULL REFERENCES products ON DELETE RESTRICT,
    quantity    NUMERIC(14,3) NOT NULL CHECK (quantity > 0),
    unit_price  NUMERIC(12,4) NOT NULL CHECK (unit_price >= 0),
    location_id UUID
);
SELECT enable_tenant_isolation('reservation_lines');
GRANT SELECT, INSERT ON reservation_lines TO ${role};
CREATE INDEX reservation_lines_by_order ON reservation_lines (order_id, line_id);

-- What lies where for whom. Only as long as it lies there: over all rows of a balance its sum is what is reserved of it.
CREATE TABLE reservation_lots (
    line_id     UUID          NOT NULL REFERENCES reservation_lines ON DELETE RESTRICT,
    lot_id      UUID          NOT NULL,
    location_id UUID          NOT NULL,
    tenant_id   UUID          NOT NULL,
    quantity    NUMERIC(14,3) NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (line_id, lot_id, location_id),
    FOREIGN KEY (lot_id, location_id) REFERENCES balances ON DELETE RESTRICT
);
SELECT enable_tenant_isolation('reservation_lots');
GRANT SELECT, INSERT, UPDATE, DELETE ON reservation_lots TO ${role};
CREATE INDEX reservation_lots_by_lot ON reservation_lots (lot_id);

-- The movements that took a line's goods on their way, and what became of them.
CREATE TABLE shipments (
    movement_id UUID PRIMARY KEY,
    tenant_id   UUID NOT NULL,
    line_id     UUID NOT NULL REFERENCES reservation_lines ON DELETE RESTRICT,
    state       TEXT NOT NULL CHECK (state IN ('in_transit', 'failed', 'delivered'))
);
SELECT enable_tenant_isolation('shipments');
GRANT SELECT, INSERT, UPDATE ON shipments TO ${role};
CREATE INDEX shipments_by_line ON shipments (line_id);

-- What came back of a shipment's lot, as the lot that it is now.
CREATE TABLE customer_returns (
    lot_id      UUID          PRIMARY KEY REFERENCES lots ON DELETE RESTRICT,
    tenant_id   UUID          NOT NULL,
    movement_id UUID          NOT NULL REFERENCES shipments ON DELETE RESTRICT,
    from_lot_id UUID          NOT NULL REFERENCES lots ON DELETE RESTRICT,
    quantity    NUMERIC(14,3) NOT NULL CHECK (quantity > 0)
);
SELECT enable_tenant_isolation('customer_returns');
GRANT SELECT, INSERT ON customer_returns TO ${role};
CREATE INDEX customer_returns_by_shipment ON customer_returns (movement_id, from_lot_id);
