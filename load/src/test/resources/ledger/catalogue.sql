-- What the ledger is about: locations, the last of which never has anything, categories, products without stock; and the
-- partitions of the months that have passed.
DO $$ BEGIN
    PERFORM make_partition(target, date_trunc('month', now()) - make_interval(months => past))
    FROM partitioned_tables target, generate_series(1, 12) past
    WHERE target.name IN ('stock_movements', 'stock_movement_lots');
END $$;

INSERT INTO locations (id, tenant_id, name, type, status, version)
SELECT pg_temp.id(1, place), :tenant, 'Cold room ' || place, 'cold', 'active', 0 FROM generate_series(0, 20) place;

INSERT INTO categories (id, tenant_id, name, description, version, created_at, updated_at)
SELECT pg_temp.id(2, kind), :tenant, 'Ledger category ' || kind, :size, 0, :start, :start FROM generate_series(0, 19) kind;

INSERT INTO products (id, tenant_id, product_code, name, category_id, unit, price, min_stock_level, max_stock_level,
    reorder_point, status, perishable, shelf_life_days, is_b2c_available, incoming_check_required, version, created_by,
    created_at, updated_at, sku, barcode)
SELECT pg_temp.id(3, number), :tenant, 'LED-' || lpad(number::text, 4, '0'),
    (ARRAY['Tomato', 'Potato', 'Onion', 'Carrot', 'Cabbage', 'Spinach', 'Okra', 'Aubergine', 'Cauliflower', 'Cucumber', 'Mango',
           'Banana', 'Papaya', 'Guava', 'Pomegranate', 'Orange', 'Lemon', 'Grape', 'Ginger', 'Garlic'])[1 + number % 20]
        || ' ' || (ARRAY['red', 'green', 'white', 'early', 'late', 'small', 'large', 'wild', 'sweet', 'hardy'])[1 + number / 20 % 10]
        || ' of ' || (ARRAY['Nashik', 'Pune', 'Satara', 'Sangli', 'Ratnagiri', 'Nagpur', 'Jalgaon', 'Kolar', 'Guntur', 'Shimla'])
            [1 + number / 200],
    pg_temp.id(2, number % 20), 'kg', 3.5, 10, 0, CASE WHEN number % 20 = 7 THEN 1000 ELSE 5 END, 'active', true, 20, true,
    false, 0, :tenant, :start, :start, 'SKU-' || number,
    (890000000000 + number)::text
        || (10 - (35 + number / 1000 + 3 * (number / 100 % 10) + number / 10 % 10 + 3 * (number % 10)) % 10) % 10
FROM generate_series(0, 1999) number;

INSERT INTO product_stock (product_id, tenant_id, average_cost, low)
SELECT id, :tenant, 2, true FROM products WHERE tenant_id = :tenant AND id BETWEEN pg_temp.id(3, 0) AND pg_temp.id(3, 1999);
