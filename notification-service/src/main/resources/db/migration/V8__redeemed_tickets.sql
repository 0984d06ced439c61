-- Tickets that have opened a socket, so that none opens a second. They are redeemed before it is known whose they are, so the
-- table belongs to no tenant.
CREATE TABLE redeemed_tickets (
    id          UUID PRIMARY KEY,
    redeemed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX redeemed_tickets_by_age ON redeemed_tickets (redeemed_at);
GRANT SELECT, INSERT, DELETE ON redeemed_tickets TO ${role};
