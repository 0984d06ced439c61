-- Products, their categories, and the storage locations that warehouse-service has announced.

CREATE TABLE locations (
    id        UUID   PRIMARY KEY,
    tenant_id UUID   NOT NULL,
    name      TEXT   NOT NULL,
    type      TEXT   NOT NULL,
    status    TEXT   NOT NULL,
    version   BIGINT NOT NULL
);
SELECT enable_tenant_isolation('locations');
GRANT SELECT, INSERT, UPDATE ON locations TO ${role};

CREATE TABLE categories (
    id          UUID        PRIMARY KEY,
    tenant_id   UUID        NOT NULL,
    name        TEXT        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    description TEXT,
    parent_id   UUID        REFERENCES categories ON DELETE RESTRICT,
    color       TEXT        CHECK (color ~ '^#[0-9A-Fa-f]{6}$'),
    version     BIGINT      NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    updated_at  TIMESTAMPTZ NOT NULL,
    CONSTRAINT category_name_once UNIQUE (tenant_id, name),
    CONSTRAINT category_not_its_own_parent CHECK (parent_id <> id)
);
SELECT enable_tenant_isolation('categories');
GRANT SELECT, INSERT, UPDATE, DELETE ON categories TO ${role};
CREATE INDEX categories_by_parent ON categories (parent_id);

CREATE TABLE products (
    id                      UUID          PRIMARY KEY,
    tenant_id               UUID          NOT NULL,
    product_code            TEXT          NOT NULL CHECK (length(product_code) BETWEEN 1 AND 20),
    name                    TEXT          NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    description             TEXT,
    category_id             UUID          REFERENCES categories ON DELETE RESTRICT,
    unit                    TEXT          NOT NULL,
    price                   NUMERIC(12,4) NOT NULL CHECK (price >= 0),
    cost_price              NUMERIC(12,4) CHECK (cost_price >= 0),
    min_stock_level         NUMERIC(14,3) NOT NULL CHECK (min_stock_level >= 0),
    max_stock_level         NUMERIC(14,3) NOT NULL CHECK (max_stock_level >= 0),
    reorder_point           NUMERIC(14,3) NOT NULL CHECK (reorder_point >= 0),
    status                  TEXT          NOT NULL CHECK (status IN ('active', 'inactive', 'discontinued')),
    quality_grade           TEXT          CHECK (quality_grade IN ('excellent', 'very-good', 'good', 'fair', 'poor')),
    perishable              BOOLEAN       NOT NULL,
    shelf_life_days         INTEGER       CHECK (shelf_life_days > 0),
    storage_temperature_min NUMERIC(5,2),
    storage_temperature_max NUMERIC(5,2),
    supplier_id             UUID,
    image_url               TEXT,
    barcode                 TEXT,
    sku                     TEXT,
    is_b2c_available        BOOLEAN       NOT NULL,
    incoming_check_required BOOLEAN       NOT NULL,
    version                 BIGINT        NOT NULL,
    created_by              UUID          NOT NULL,
    created_at              TIMESTAMPTZ   NOT NULL,
    updated_at              TIMESTAMPTZ   NOT NULL,
    search                  TEXT          GENERATED ALWAYS AS (
        lower(name || ' ' || product_code || ' ' || coalesce(sku, '') || ' ' || coalesce(barcode, ''))) STORED,
    CONSTRAINT product_code_once UNIQUE (tenant_id, product_code),
    CONSTRAINT product_sku_once UNIQUE (tenant_id, sku),
    CONSTRAINT product_temperature_range CHECK (storage_temperature_min <= storage_temperature_max),
    CONSTRAINT product_stock_range CHECK (max_stock_level = 0 OR min_stock_level <= max_stock_level)
);
SELECT enable_tenant_isolation('products');
GRANT SELECT, INSERT, UPDATE ON products TO ${role};
CREATE INDEX products_by_name ON products (tenant_id, name, id);
CREATE INDEX products_by_category ON products (category_id);
-- leads with the tenant: LIKE is not leakproof and is not pushed below the policy otherwise
CREATE INDEX products_by_search ON products USING gin (tenant_id, search gin_trgm_ops);
