-- Lots, what lies where, and the ledger of what moved. A movement takes a quantity of lots from one place and puts it in
-- another, so that over all places every lot sums to zero; balances of storage locations are a projection of it.

CREATE TABLE product_stock (
    product_id   UUID          PRIMARY KEY REFERENCES products ON DELETE RESTRICT,
    tenant_id    UUID          NOT NULL,
    on_hand      NUMERIC(14,3) NOT NULL DEFAULT 0,
    average_cost NUMERIC(12,4) NOT NULL DEFAULT 0 CHECK (average_cost >= 0),
    low          BOOLEAN       NOT NULL DEFAULT false,
    version      BIGINT        NOT NULL DEFAULT 0,
    CONSTRAINT on_hand_not_negative CHECK (on_hand >= 0)
);
SELECT enable_tenant_isolation('product_stock');
GRANT SELECT, INSERT, UPDATE ON product_stock TO ${role};

CREATE TABLE lots (
    id           UUID          PRIMARY KEY,
    tenant_id    UUID          NOT NULL,
    product_id   UUID          NOT NULL REFERENCES products ON DELETE RESTRICT,
    receipt_id   UUID          NOT NULL,
    supplier_id  UUID,
    batch_number TEXT          NOT NULL CHECK (length(batch_number) BETWEEN 1 AND 50),
    harvested_on DATE,
    received_at  TIMESTAMPTZ   NOT NULL,
    expiry_date  DATE,
    unit_cost    NUMERIC(12,4) NOT NULL CHECK (unit_cost >= 0),
    quantity     NUMERIC(14,3) NOT NULL CHECK (quantity > 0),
    temperature  NUMERIC(5,2),
    state        TEXT          NOT NULL CHECK (state IN ('available', 'hold', 'recalled')),
    version      BIGINT        NOT NULL DEFAULT 0
);
SELECT enable_tenant_isolation('lots');
GRANT SELECT, INSERT, UPDATE ON lots TO ${role};
CREATE INDEX lots_by_product ON lots (product_id, received_at, id);
CREATE INDEX lots_by_receipt ON lots (receipt_id);
CREATE INDEX lots_by_batch ON lots (tenant_id, batch_number);
CREATE INDEX lots_by_time ON lots (tenant_id, received_at, id);

CREATE TABLE balances (
    lot_id      UUID          NOT NULL REFERENCES lots ON DELETE RESTRICT,
    location_id UUID          NOT NULL REFERENCES locations ON DELETE RESTRICT,
    tenant_id   UUID          NOT NULL,
    product_id  UUID          NOT NULL REFERENCES products ON DELETE RESTRICT,
    on_hand     NUMERIC(14,3) NOT NULL,
    reserved    NUMERIC(14,3) NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    PRIMARY KEY (lot_id, location_id),
    CONSTRAINT balance_not_negative CHECK (on_hand >= 0),
    CONSTRAINT reserved_is_there CHECK (reserved <= on_hand)
);
SELECT enable_tenant_isolation('balances');
GRANT SELECT, INSERT, UPDATE ON balances TO ${role};
-- what is there, the depleted lots of years left out
CREATE INDEX balances_by_product ON balances (product_id, lot_id, location_id) WHERE on_hand > 0;
CREATE INDEX balances_by_location ON balances (location_id, product_id) WHERE on_hand > 0;

CREATE TABLE stock_movements (
    id               UUID          PRIMARY KEY,
    tenant_id        UUID          NOT NULL,
    product_id       UUID          NOT NULL REFERENCES products ON DELETE RESTRICT,
    movement_type    TEXT          NOT NULL CHECK (movement_type IN ('inbound', 'outbound', 'adjustment', 'transfer', 'waste')),
    quantity         NUMERIC(14,3) NOT NULL CHECK (quantity > 0),
    from_place       TEXT          NOT NULL,
    from_location_id UUID          REFERENCES locations ON DELETE RESTRICT,
    to_place         TEXT          NOT NULL,
    to_location_id   UUID          REFERENCES locations ON DELETE RESTRICT,
    lot_id           UUID          REFERENCES lots ON DELETE RESTRICT,
    unit_cost        NUMERIC(12,4) NOT NULL CHECK (unit_cost >= 0),
    cost             NUMERIC(15,2) NOT NULL,
    unit_price       NUMERIC(12,4) CHECK (unit_price >= 0),
    revenue          NUMERIC(15,2) NOT NULL,
    reference_type   TEXT          CHECK (reference_type IN
        ('purchase_order', 'sale_order', 'adjustment', 'transfer', 'waste', 'receipt')),
    reference_id     UUID,
    reason           TEXT,
    waste_reason     TEXT          CHECK (waste_reason IN ('expired', 'damaged', 'quality_issue', 'overstock', 'contamination')),
    disposal_method  TEXT          CHECK (disposal_method IN ('compost', 'donation', 'animal_feed', 'landfill', 'incineration')),
    notes            TEXT,
    occurred_at      TIMESTAMPTZ   NOT NULL,
    recorded_at      TIMESTAMPTZ   NOT NULL,
    created_by       UUID,
    CONSTRAINT movement_places CHECK (
        from_place IN ('location', 'supplier', 'customer', 'in_transit', 'waste', 'adjustment')
        AND to_place IN ('location', 'supplier', 'customer', 'in_transit', 'waste', 'adjustment')
        AND (from_place = 'location') = (from_location_id IS NOT NULL)
        AND (to_place = 'location') = (to_location_id IS NOT NULL)
        AND (from_place <> to_place OR from_location_id <> to_location_id)),
    CONSTRAINT movement_has_its_reason CHECK (
        (movement_type <> 'adjustment' OR reason IS NOT NULL)
        AND (movement_type <> 'waste' OR (waste_reason IS NOT NULL AND disposal_method IS NOT NULL)))
) PARTITION BY RANGE (id);
SELECT partition_by('stock_movements', 'uuid7', 'month', 3);
SELECT enable_tenant_isolation('stock_movements');
GRANT SELECT, INSERT ON stock_movements TO ${role};
CREATE INDEX movements_by_time ON stock_movements (tenant_id, occurred_at, id);
CREATE INDEX movements_by_product ON stock_movements (product_id, occurred_at, id);
CREATE INDEX movements_by_reference ON stock_movements (reference_id) WHERE reference_id IS NOT NULL;
CREATE INDEX movements_by_reference_type ON stock_movements (tenant_id, reference_type, occurred_at, id);

CREATE TABLE stock_movement_lots (
    movement_id UUID          NOT NULL,
    lot_id      UUID          NOT NULL REFERENCES lots ON DELETE RESTRICT,
    tenant_id   UUID          NOT NULL,
    quantity    NUMERIC(14,3) NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (movement_id, lot_id)
) PARTITION BY RANGE (movement_id);
SELECT partition_by('stock_movement_lots', 'uuid7', 'month', 3);
SELECT enable_tenant_isolation('stock_movement_lots');
GRANT SELECT, INSERT ON stock_movement_lots TO ${role};
CREATE INDEX movement_lots_by_lot ON stock_movement_lots (lot_id, movement_id);

CREATE TABLE waste_records (
    id              UUID          PRIMARY KEY, -- that of its movement
    tenant_id       UUID          NOT NULL,
    product_id      UUID          NOT NULL REFERENCES products ON DELETE RESTRICT,
    quantity        NUMERIC(14,3) NOT NULL CHECK (quantity > 0),
    waste_reason    TEXT          NOT NULL,
    disposal_method TEXT          NOT NULL,
    cost_impact     NUMERIC(15,2) NOT NULL,
    reported_by     UUID,
    disposal_date   DATE          NOT NULL,
    notes           TEXT
);
SELECT enable_tenant_isolation('waste_records');
GRANT SELECT, INSERT ON waste_records TO ${role};

CREATE TABLE receipts (
    id                UUID        PRIMARY KEY,
    tenant_id         UUID        NOT NULL,
    location_id       UUID        NOT NULL REFERENCES locations ON DELETE RESTRICT,
    purchase_order_id UUID,
    received_at       TIMESTAMPTZ NOT NULL,
    recorded_at       TIMESTAMPTZ NOT NULL,
    received_by       UUID
);
SELECT enable_tenant_isolation('receipts');
GRANT SELECT, INSERT ON receipts TO ${role};
CREATE INDEX receipts_by_time ON receipts (tenant_id, received_at, id);

-- The ledger is append-only, for its owner too.
CREATE FUNCTION refuse_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON stock_movements FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON stock_movement_lots FOR EACH ROW EXECUTE FUNCTION refuse_change();
