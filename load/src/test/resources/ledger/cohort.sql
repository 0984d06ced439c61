-- A lot of each product with all that ever happens to it, 50 movements: it comes in, a part of it goes to the next location,
-- 42 kg are sold, 1 kg is wasted and 1 kg is missing. All cohorts follow each other and fill a year. Lots of the last two
-- months leave something behind. Balances are sums of the lines, not a second account of them.
INSERT INTO receipts (id, tenant_id, location_id, received_at, recorded_at)
SELECT pg_temp.id(5, :cohort * 20 + place), :tenant, pg_temp.id(1, place), received.at, received.at
FROM generate_series(0, 19) place,
    (SELECT :start::timestamptz + interval '365 days' * :cohort / :cohorts AS at) received;

INSERT INTO lots (id, tenant_id, product_id, receipt_id, batch_number, received_at, expiry_date, unit_cost, quantity, state)
SELECT pg_temp.id(4, :cohort * 2000 + number), :tenant, pg_temp.id(3, number), pg_temp.id(5, :cohort * 20 + number % 20),
    'LOT-' || (:cohort * 2000 + number), received.at, received.at::date + 20 + number % 60, 2,
    CASE WHEN (:cohort + 1) * 6 <= :cohorts * 5 THEN 44 ELSE 53 END, CASE WHEN number % 100 = 42 THEN 'hold' ELSE 'available' END
FROM generate_series(0, 1999) number,
    LATERAL (SELECT :start::timestamptz + interval '365 days' * (:cohort + number / 100000.0) / :cohorts AS at) received;

WITH step AS MATERIALIZED (
    SELECT step, number, uuidv7(moment.at - clock_timestamp()) AS id, moment.at,
        CASE WHEN step = 0 THEN 'inbound' WHEN step = 1 THEN 'transfer' WHEN step IN (11, 23, 35, 47) THEN 'waste'
             WHEN step IN (15, 31) THEN 'adjustment' ELSE 'outbound' END AS type,
        CASE WHEN step = 0 THEN CASE WHEN (:cohort + 1) * 6 <= :cohorts * 5 THEN 44 ELSE 53 END
             WHEN step = 1 THEN CASE WHEN (:cohort + 1) * 6 <= :cohorts * 5 THEN 1 ELSE 5 END
             WHEN step IN (11, 23, 35, 47) THEN 0.25 WHEN step IN (15, 31) THEN 0.5 ELSE 1 END AS quantity,
        pg_temp.id(4, :cohort * 2000 + number) AS lot, pg_temp.id(3, number) AS product,
        pg_temp.id(1, number % 20) AS first_place, pg_temp.id(1, (number + 1) % 20) AS next_place
    FROM generate_series(0, 49) step, generate_series(0, 1999) number,
        LATERAL (SELECT :start::timestamptz
            + interval '365 days' * (:cohort + (step * 2000 + number) / 100000.0) / :cohorts AS at) moment
    ORDER BY step, number
), line AS MATERIALIZED (
    SELECT step.*,
        CASE type WHEN 'inbound' THEN NULL WHEN 'waste' THEN next_place ELSE first_place END AS from_location,
        CASE type WHEN 'inbound' THEN first_place WHEN 'transfer' THEN next_place END AS to_location
    FROM step
), movement AS (
    INSERT INTO stock_movements (id, tenant_id, product_id, movement_type, quantity, from_place, from_location_id, to_place,
        to_location_id, lot_id, unit_cost, cost, unit_price, revenue, reference_type, reference_id, reason, waste_reason,
        disposal_method, occurred_at, recorded_at, created_by)
    SELECT id, :tenant, product, type, quantity,
        CASE type WHEN 'inbound' THEN 'supplier' ELSE 'location' END, from_location,
        CASE type WHEN 'inbound' THEN 'location' WHEN 'transfer' THEN 'location' WHEN 'waste' THEN 'waste'
                  WHEN 'adjustment' THEN 'adjustment' ELSE 'customer' END, to_location,
        CASE type WHEN 'inbound' THEN lot END, 2, 2 * quantity,
        CASE type WHEN 'outbound' THEN 3.5 END, CASE type WHEN 'outbound' THEN 3.5 * quantity ELSE 0 END,
        CASE type WHEN 'inbound' THEN 'receipt' WHEN 'outbound' THEN 'sale_order' END,
        CASE type WHEN 'inbound' THEN pg_temp.id(5, :cohort * 20 + number % 20)
                  WHEN 'outbound' THEN pg_temp.id(6, (:cohort * 100000 + step * 2000 + number) / 10) END,
        CASE type WHEN 'adjustment' THEN 'counted' END,
        CASE type WHEN 'waste' THEN CASE step WHEN 11 THEN 'damaged' WHEN 23 THEN 'quality_issue' ELSE 'expired' END END,
        CASE type WHEN 'waste' THEN CASE step WHEN 11 THEN 'donation' ELSE 'compost' END END,
        at, at, :tenant
    FROM line
), part AS (
    INSERT INTO stock_movement_lots (movement_id, lot_id, tenant_id, quantity)
    SELECT id, lot, :tenant, quantity FROM line
), waste AS (
    INSERT INTO waste_records (id, tenant_id, product_id, quantity, waste_reason, disposal_method, cost_impact, reported_by,
        disposal_date, occurred_at)
    SELECT id, :tenant, product, quantity, CASE step WHEN 11 THEN 'damaged' WHEN 23 THEN 'quality_issue' ELSE 'expired' END,
        CASE step WHEN 11 THEN 'donation' ELSE 'compost' END, 2 * quantity, :tenant, (at AT TIME ZONE 'Asia/Kolkata')::date, at
    FROM line WHERE type = 'waste'
)
INSERT INTO balances (lot_id, location_id, tenant_id, product_id, on_hand)
SELECT lot, location, :tenant, product, sum(change)
FROM (SELECT lot, product, to_location AS location, quantity AS change FROM line
      UNION ALL SELECT lot, product, from_location, -quantity FROM line) changed
WHERE location IS NOT NULL
GROUP BY lot, location, product;

-- two who load wait for each other here, not in the middle
DO $$ BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ledger', 0)); END $$;

UPDATE product_stock s
SET on_hand = s.on_hand + left_over.quantity, version = s.version + 50, low = s.on_hand + left_over.quantity <= p.reorder_point
FROM products p,
    (SELECT product_id, sum(on_hand) AS quantity FROM balances
     WHERE lot_id BETWEEN pg_temp.id(4, :cohort * 2000) AND pg_temp.id(4, :cohort * 2000 + 1999)
     GROUP BY product_id) left_over
WHERE s.product_id = left_over.product_id AND p.id = s.product_id;
