-- Purchase orders that supplier-service has announced, what has arrived for them, and the temperatures at which goods keep.

CREATE TABLE purchase_orders (
    id           UUID    PRIMARY KEY,
    tenant_id    UUID    NOT NULL,
    order_number TEXT    NOT NULL,
    revision     INTEGER NOT NULL,
    supplier_id  UUID    NOT NULL,
    status       TEXT    NOT NULL CHECK (status IN ('draft', 'sent', 'confirmed', 'closed', 'cancelled'))
);
SELECT enable_tenant_isolation('purchase_orders');
GRANT SELECT, INSERT, UPDATE ON purchase_orders TO ${role};

CREATE TABLE purchase_order_lines (
    id                UUID          PRIMARY KEY,
    tenant_id         UUID          NOT NULL,
    purchase_order_id UUID          NOT NULL REFERENCES purchase_orders ON DELETE RESTRICT,
    position          INTEGER       NOT NULL,
    product_id        UUID          NOT NULL, -- as the order says; that it exists is asked when its goods arrive
    quantity          NUMERIC(14,3) NOT NULL CHECK (quantity > 0),
    unit_price        NUMERIC(12,4) NOT NULL CHECK (unit_price >= 0),
    received          NUMERIC(14,3) NOT NULL DEFAULT 0,
    CONSTRAINT received_not_negative CHECK (received >= 0)
);
SELECT enable_tenant_isolation('purchase_order_lines');
GRANT SELECT, INSERT, UPDATE, DELETE ON purchase_order_lines TO ${role};
CREATE INDEX purchase_order_lines_by_order ON purchase_order_lines (purchase_order_id, position);

-- NOT VALID: receipts from before orders were known may name any id
ALTER TABLE receipts ADD CONSTRAINT receipt_of_known_order
    FOREIGN KEY (purchase_order_id) REFERENCES purchase_orders ON DELETE RESTRICT NOT VALID;
CREATE INDEX receipts_by_purchase_order ON receipts (purchase_order_id) WHERE purchase_order_id IS NOT NULL;

-- why a lot was taken on hold when it arrived
ALTER TABLE lots ADD COLUMN hold_reason TEXT;

-- Unknown for the locations that are there already, until each changes next: then its event brings them.
ALTER TABLE locations
    ADD COLUMN temperature_min NUMERIC(5,2),
    ADD COLUMN temperature_max NUMERIC(5,2),
    ADD CONSTRAINT location_temperature_range CHECK (temperature_min <= temperature_max);
