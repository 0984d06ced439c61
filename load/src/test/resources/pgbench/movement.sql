-- What one outbound movement of inventory-service locks and writes, as ProductStockRepository, StockLedger and OutboxTable
-- say it, in the same order: the bare rows, without any rule, HTTP, JSON or event that leaves.
--
-- The row of the outbox is deleted before the commit, so that the relay of the running service never sees it: relayed, it
-- would have Kafka and its consumers compute while pgbench is measured, and afterwards. The delete is no gift: the service
-- pays for the same row a delete and a copy in outbox_sent, in blocks.
\set number random(1, 50)
BEGIN;
SELECT set_config('aurora.tenant', '0192f00b-0000-7000-8000-000000000000', true);
SELECT s.product_id, s.on_hand, s.average_cost, s.low, s.version, p.product_code, p.unit, p.reorder_point
FROM product_stock s JOIN products p ON p.id = s.product_id
WHERE s.product_id = ANY (ARRAY[('0192f00b-0003-7000-8000-' || lpad(:number::text, 12, '0'))::uuid])
ORDER BY s.product_id FOR NO KEY UPDATE OF s \gset
SELECT l.id AS lot_id, l.product_id, l.state, l.expiry_date, l.received_at, l.unit_cost, b.location_id,
       b.on_hand AS balance, b.reserved
FROM balances b JOIN lots l ON l.id = b.lot_id
WHERE b.product_id = ANY (ARRAY[:product_id::uuid]) AND NOT b.is_empty
ORDER BY b.product_id, b.lot_id, b.location_id FOR NO KEY UPDATE OF b \gset
UPDATE product_stock SET on_hand = :on_hand::numeric - 1, average_cost = :average_cost::numeric, low = :low::boolean,
    version = :version::bigint + 1
WHERE product_id = :product_id::uuid;
INSERT INTO balances (lot_id, location_id, tenant_id, product_id, on_hand, reserved)
VALUES (:lot_id::uuid, :location_id::uuid, '0192f00b-0000-7000-8000-000000000000', :product_id::uuid, :balance::numeric - 1,
    :reserved::numeric)
ON CONFLICT (lot_id, location_id) DO UPDATE SET on_hand = excluded.on_hand, reserved = excluded.reserved;
INSERT INTO stock_movements (id, tenant_id, product_id, movement_type, quantity, from_place, from_location_id, to_place,
    to_location_id, lot_id, unit_cost, cost, unit_price, revenue, reference_type, reference_id, reason, waste_reason,
    disposal_method, notes, occurred_at, recorded_at, created_by)
VALUES (uuidv7(), '0192f00b-0000-7000-8000-000000000000', :product_id::uuid, 'outbound', 1, 'location',
    :location_id::uuid, 'customer', NULL, NULL, :average_cost::numeric, round(:average_cost::numeric, 2), NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, clock_timestamp(), clock_timestamp(), '0192f000-0000-7000-8000-000000000103')
RETURNING id AS movement_id \gset
INSERT INTO stock_movement_lots (movement_id, lot_id, tenant_id, quantity)
VALUES (:movement_id::uuid, :lot_id::uuid, '0192f00b-0000-7000-8000-000000000000', 1);
INSERT INTO outbox (event_id, topic, key, aggregate_version, headers, payload)
SELECT id, 'inventory.stock', :product_id::text, :version::bigint + 1,
    format('{"ce_specversion": "1.0", "ce_id": "%s", "ce_type": "StockMoved", "ce_source": "/inventory-service", '
        '"ce_subject": "%s", "ce_time": "%s", "ce_tenantid": "0192f00b-0000-7000-8000-000000000000", '
        '"content-type": "application/json", "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"}',
        id, :product_id::text, clock_timestamp())::json,
    format('{"eventId": "%1$s", "recordedAt": "%2$s", "movementId": "%3$s", "productId": "%4$s", "version": %5$s, '
        '"movementType": "outbound", "occurredAt": "%2$s", "quantity": 1, "fromLocationId": "%6$s", "toLocationId": null, '
        '"unitPrice": null, "unitCost": 2.0000, "revenue": 0.00, "cost": 2.00, "onHand": %7$s, "averageCost": 2.0000, '
        '"lots": [{"lotId": "%8$s", "quantity": 1}], "reversalOf": null}',
        id, clock_timestamp(), :movement_id::text, :product_id::text, :version::bigint + 1, :location_id::text,
        :on_hand::numeric - 1, :lot_id::text)::json
FROM (SELECT uuidv7() AS id) event
RETURNING seq \gset
DELETE FROM outbox WHERE seq = :seq::bigint;
COMMIT;
