-- Waits until nobody posts, and lets nobody post until the transaction ends. Locking a table needs
-- the right to change it, which the application's role does not have: so it runs as the owner.
CREATE FUNCTION ledger_hold_entries() RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ LOCK TABLE payments_entry IN SHARE MODE $$;
