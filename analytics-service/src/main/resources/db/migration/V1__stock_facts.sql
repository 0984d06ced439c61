-- What is known of each product: its names from inventory.product, its stock from inventory.stock. The topics have no order
-- between them, so either may come first; each part has the version of its source, and only a newer one replaces it.
CREATE TABLE products (
    tenant_id       UUID           NOT NULL DEFAULT current_tenant(),
    id              UUID           NOT NULL,
    code            TEXT,          -- null until the product itself is heard of
    name            TEXT,
    category_id     UUID,
    product_version BIGINT         NOT NULL DEFAULT -1,
    stock_version   BIGINT         NOT NULL DEFAULT -1,
    on_hand         NUMERIC(14, 3) NOT NULL DEFAULT 0,
    average_cost    NUMERIC(12, 4) NOT NULL DEFAULT 0,
    value           NUMERIC(19, 2) NOT NULL GENERATED ALWAYS AS (round(on_hand * average_cost, 2)) STORED,
    as_of           TIMESTAMPTZ    NOT NULL, -- when the newest event that was applied had been recorded
    PRIMARY KEY (tenant_id, id)
);
SELECT enable_tenant_isolation('products');
GRANT SELECT, INSERT, UPDATE ON products TO ${role};

CREATE TABLE categories (
    tenant_id UUID        NOT NULL DEFAULT current_tenant(),
    id        UUID        NOT NULL,
    name      TEXT        NOT NULL,
    version   BIGINT      NOT NULL,
    as_of     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT enable_tenant_isolation('categories');
GRANT SELECT, INSERT, UPDATE ON categories TO ${role};

-- One row per business day and product, whatever the number of movements. Reports read ranges of days, which is what the key
-- begins with. Sums may be negative: a reversal counts on its own day.
CREATE TABLE daily_stock (
    tenant_id      UUID           NOT NULL DEFAULT current_tenant(),
    day            DATE           NOT NULL,
    product_id     UUID           NOT NULL,
    quantity_in    NUMERIC(18, 3) NOT NULL,
    quantity_out   NUMERIC(18, 3) NOT NULL,
    revenue        NUMERIC(19, 2) NOT NULL,
    cost           NUMERIC(19, 2) NOT NULL,
    waste_quantity NUMERIC(18, 3) NOT NULL,
    waste_cost     NUMERIC(19, 2) NOT NULL,
    movements      BIGINT         NOT NULL, -- outbound ones
    PRIMARY KEY (tenant_id, day, product_id)
) PARTITION BY RANGE (day);
SELECT partition_by('daily_stock', 'timestamptz', 'month', 3);
SELECT enable_tenant_isolation('daily_stock');
GRANT SELECT, INSERT, UPDATE ON daily_stock TO ${role};

-- The waste of daily_stock by its reason.
CREATE TABLE daily_waste (
    tenant_id  UUID           NOT NULL DEFAULT current_tenant(),
    day        DATE           NOT NULL,
    product_id UUID           NOT NULL,
    reason     TEXT           NOT NULL,
    quantity   NUMERIC(18, 3) NOT NULL,
    cost       NUMERIC(19, 2) NOT NULL,
    PRIMARY KEY (tenant_id, day, product_id, reason)
) PARTITION BY RANGE (day);
SELECT partition_by('daily_waste', 'timestamptz', 'month', 3);
SELECT enable_tenant_isolation('daily_waste');
GRANT SELECT, INSERT, UPDATE ON daily_waste TO ${role};

-- Why a movement was waste: its reversal does not say.
CREATE TABLE waste_reasons (
    tenant_id   UUID NOT NULL DEFAULT current_tenant(),
    movement_id UUID NOT NULL,
    reason      TEXT NOT NULL,
    PRIMARY KEY (tenant_id, movement_id)
);
SELECT enable_tenant_isolation('waste_reasons');
GRANT SELECT, INSERT ON waste_reasons TO ${role};
