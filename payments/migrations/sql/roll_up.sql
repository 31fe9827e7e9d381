-- What the platform's own accounts stood at: a balance is the roll-up and the entries after it.
-- A roll-up states nothing of its own: whoever writes one, it must equal the entries it covers.

CREATE FUNCTION ledger_keep_roll_ups() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    covered_before bigint := 0;
    balance_before bigint := 0;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        covered_before := OLD.up_to;
        balance_before := OLD.balance;
    END IF;
    IF NEW.up_to < covered_before
        OR (TG_OP = 'UPDATE' AND NEW.account_id <> OLD.account_id)
        OR NEW.balance <> balance_before + (
            SELECT coalesce(sum(amount), 0) FROM payments_entry
            WHERE account_id = NEW.account_id AND id > covered_before AND id <= NEW.up_to
        )
    THEN
        RAISE EXCEPTION 'a roll-up must equal the entries that it covers'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'roll_up_equals_entries';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER roll_up_equals_entries AFTER INSERT OR UPDATE ON payments_accountrollup
    FOR EACH ROW EXECUTE FUNCTION ledger_keep_roll_ups();
