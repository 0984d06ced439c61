-- Answers to POSTs with an Idempotency-Key; the scope holds tenant, user, path and key.
CREATE TABLE idempotency (
    scope     TEXT        PRIMARY KEY,
    digest    TEXT        NOT NULL,
    status    INTEGER     NOT NULL CHECK (status BETWEEN 200 AND 299),
    location  TEXT,
    body      BYTEA       NOT NULL,
    stored_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idempotency_by_age ON idempotency (stored_at);
GRANT SELECT, INSERT, DELETE ON idempotency TO ${role};
