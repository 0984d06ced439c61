-- Products with one lot each, of which there is more than any run can take. Their ids are as Ids.java says.
INSERT INTO locations (id, tenant_id, name, type, status, version)
VALUES (:location, :tenant, 'Measured ' || :family, 'ambient', 'active', 0)
ON CONFLICT DO NOTHING;

INSERT INTO products (id, tenant_id, product_code, name, unit, price, min_stock_level, max_stock_level, reorder_point, status,
    perishable, is_b2c_available, incoming_check_required, version, created_by, created_at, updated_at)
SELECT (:family || '-0003-7000-8000-' || lpad(number::text, 12, '0'))::uuid, :tenant,
    'HOT-' || lpad(number::text, 4, '0'), 'Measured product ' || number, 'kg', 4, 0, 0, 0, 'active', false, false, false, 0,
    :tenant, now(), now()
FROM generate_series(1, :products) number
ON CONFLICT DO NOTHING;

INSERT INTO lots (id, tenant_id, product_id, receipt_id, batch_number, received_at, unit_cost, quantity, state)
SELECT (:family || '-0004-7000-8000-' || lpad(number::text, 12, '0'))::uuid, :tenant,
    (:family || '-0003-7000-8000-' || lpad(number::text, 12, '0'))::uuid, :receipt, 'HOT-' || number, now(), 2, :opening,
    'available'
FROM generate_series(1, :products) number
ON CONFLICT DO NOTHING;

WITH opened AS (
    INSERT INTO product_stock (product_id, tenant_id, on_hand, average_cost, version)
    SELECT product_id, :tenant, quantity, unit_cost, 1 FROM lots WHERE receipt_id = :receipt
    ON CONFLICT DO NOTHING
    RETURNING product_id, on_hand
), movement AS (
    INSERT INTO stock_movements (id, tenant_id, product_id, movement_type, quantity, from_place, to_place, to_location_id,
        lot_id, unit_cost, cost, revenue, occurred_at, recorded_at)
    SELECT uuidv7(), :tenant, o.product_id, 'inbound', o.on_hand, 'supplier', 'location', :location, l.id, 2,
        2 * o.on_hand, 0, now(), now()
    FROM opened o JOIN lots l ON l.product_id = o.product_id
    RETURNING id, product_id, lot_id, quantity
), line AS (
    INSERT INTO stock_movement_lots (movement_id, lot_id, tenant_id, quantity)
    SELECT id, lot_id, :tenant, quantity FROM movement
)
INSERT INTO balances (lot_id, location_id, tenant_id, product_id, on_hand)
SELECT lot_id, :location, :tenant, product_id, quantity FROM movement;
