-- The list of lots as it comes when nobody asks for another order: PostgreSQL can't read lots_by_time backwards for it, as
-- of lots that arrived at once the one with the lower id comes first either way.
CREATE INDEX lots_latest_first ON lots (tenant_id, received_at DESC NULLS LAST, id);
