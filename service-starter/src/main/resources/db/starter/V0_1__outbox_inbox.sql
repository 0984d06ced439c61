-- Events on their way out and in. Their rows belong to no tenant, so they have no policy.

CREATE TABLE outbox (
    seq               BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id          UUID        NOT NULL,
    topic             TEXT        NOT NULL,
    key               TEXT        NOT NULL,
    aggregate_version BIGINT,
    headers           JSON        NOT NULL,
    payload           JSON        NOT NULL,
    created_at        TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
);
-- a queue: as many rows are deleted as written, so it is cleaned by number, not by share
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
GRANT SELECT, INSERT, DELETE ON outbox TO ${role};

-- What Kafka has acknowledged, for replay.
CREATE TABLE outbox_sent (
    seq               BIGINT      NOT NULL,
    event_id          UUID        NOT NULL,
    topic             TEXT        NOT NULL,
    key               TEXT        NOT NULL,
    aggregate_version BIGINT,
    headers           JSON        NOT NULL,
    payload           JSON        NOT NULL,
    created_at        TIMESTAMPTZ NOT NULL,
    sent_at           TIMESTAMPTZ NOT NULL
) PARTITION BY RANGE (sent_at);
SELECT partition_by('outbox_sent', 'timestamptz', 'day', 3, '3 days');
GRANT SELECT, INSERT ON outbox_sent TO ${role};

-- Which consumer has applied which event; kept longer than any topic.
CREATE TABLE inbox (
    consumer    TEXT        NOT NULL,
    event_id    UUID        NOT NULL,
    received_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_by_age ON inbox (received_at);
GRANT SELECT, INSERT, DELETE ON inbox TO ${role};
