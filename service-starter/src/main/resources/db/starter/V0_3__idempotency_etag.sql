-- A repeated answer is the same down to its version.
ALTER TABLE idempotency ADD COLUMN etag TEXT;
