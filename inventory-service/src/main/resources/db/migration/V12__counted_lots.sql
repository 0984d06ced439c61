-- Counts the lots of a tenant without looking at them; the indexes of their lists are ten times its size.
CREATE INDEX lots_of_tenant ON lots (tenant_id);
