WITH line AS (
    SELECT p.lot_id, m.product_id, m.from_location_id, m.to_location_id, p.quantity
    FROM stock_movements m JOIN stock_movement_lots p ON p.movement_id = m.id
    WHERE m.product_id BETWEEN :first AND :last
), summed AS (
    SELECT lot_id, location_id, product_id, sum(change) AS on_hand
    FROM (SELECT lot_id, product_id, to_location_id AS location_id, quantity AS change FROM line
          UNION ALL SELECT lot_id, product_id, from_location_id, -quantity FROM line) changed
    WHERE location_id IS NOT NULL
    GROUP BY lot_id, location_id, product_id
), written AS (
    SELECT lot_id, location_id, product_id, on_hand FROM balances WHERE product_id BETWEEN :first AND :last
)
SELECT (SELECT count(*) FROM summed s FULL JOIN written w USING (lot_id, location_id, product_id)
        WHERE s.on_hand IS DISTINCT FROM w.on_hand)
     + (SELECT count(*) FROM product_stock s
            LEFT JOIN (SELECT product_id, sum(on_hand) AS on_hand FROM written GROUP BY product_id) w USING (product_id)
        WHERE s.product_id BETWEEN :first AND :last AND s.on_hand IS DISTINCT FROM w.on_hand);
