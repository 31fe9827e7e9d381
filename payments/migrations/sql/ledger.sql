-- The books are kept by the database: whoever inserts entries, by whatever road, each
-- statement must balance every transfer it touches and may overdraw no owned account.

CREATE FUNCTION ledger_keep_the_books() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM new_entries n
        JOIN payments_account a ON a.id = n.account_id
        JOIN payments_transfer t ON t.id = n.transfer_id
        GROUP BY n.transfer_id, t.currency
        HAVING sum(n.amount) <> 0 OR bool_or(a.currency <> t.currency)
    ) THEN
        RAISE EXCEPTION 'entries of a transfer must sum to zero in its one currency'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_balanced';
    END IF;
    -- Entries belong to the transaction of their transfer: nothing is added to it later.
    IF EXISTS (
        SELECT FROM new_entries n
        JOIN payments_transfer t ON t.id = n.transfer_id
        WHERE t.posted_at <> now()
    ) THEN
        RAISE EXCEPTION 'a posted transfer takes no more entries'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_closed';
    END IF;
    -- One order for everyone: the function that posts has locked these rows by id already.
    UPDATE payments_account a
    SET balance = a.balance + moved.amount
    FROM (
        SELECT n.account_id, sum(n.amount) AS amount
        FROM new_entries n
        JOIN payments_account o ON o.id = n.account_id AND o.owner_id > 0
        GROUP BY n.account_id
    ) moved
    WHERE a.id = moved.account_id;
    RETURN NULL;
END $$;

CREATE TRIGGER entry_keeps_the_books AFTER INSERT ON payments_entry
    REFERENCING NEW TABLE AS new_entries
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep_the_books();

CREATE FUNCTION ledger_refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER entry_never_truncated BEFORE TRUNCATE ON payments_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_truncate();
CREATE TRIGGER transfer_never_truncated BEFORE TRUNCATE ON payments_transfer
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_truncate();

-- The account of (kind, owner, currency), opened on first use.
CREATE FUNCTION ledger_account(p_kind text, p_owner bigint, p_currency text)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE found_id bigint;
BEGIN
    SELECT id INTO found_id FROM payments_account
    WHERE kind = p_kind AND owner_id = p_owner AND currency = p_currency;
    IF found_id IS NULL THEN
        INSERT INTO payments_account (kind, owner_id, currency, balance)
        VALUES (p_kind, p_owner, p_currency, 0)
        ON CONFLICT ON CONSTRAINT account_once DO NOTHING;
        SELECT id INTO found_id FROM payments_account
        WHERE kind = p_kind AND owner_id = p_owner AND currency = p_currency;
    END IF;
    RETURN found_id;
END $$;

-- Posts one transfer in one round trip. p_legs: [[from kind, owner, to kind, owner, amount]].
-- A key that was used before posts nothing: is_new is false, and same says whether it was
-- the same movement. Raises check_violation account_never_overdrawn on an overdraft.
CREATE FUNCTION ledger_post(p_key text, p_code text, p_currency text, p_legs jsonb)
RETURNS TABLE (transfer_id bigint, is_new boolean, same boolean) LANGUAGE plpgsql AS $$
DECLARE
    new_id bigint;
    debited bigint[] := '{}';
    credited bigint[] := '{}';
    amounts bigint[] := '{}';
    leg jsonb;
BEGIN
    INSERT INTO payments_transfer (key, code, currency, legs, posted_at)
    VALUES (p_key, p_code, p_currency, p_legs, now())
    ON CONFLICT ON CONSTRAINT transfer_key_once DO NOTHING
    RETURNING id INTO new_id;
    IF new_id IS NULL THEN
        RETURN QUERY SELECT t.id, false,
            t.code = p_code AND t.currency = p_currency AND t.legs = p_legs
        FROM payments_transfer t WHERE t.key = p_key;
        RETURN;
    END IF;
    FOR leg IN SELECT value FROM jsonb_array_elements(p_legs) LOOP
        debited := debited || ledger_account(leg->>0, (leg->>1)::bigint, p_currency);
        credited := credited || ledger_account(leg->>2, (leg->>3)::bigint, p_currency);
        amounts := amounts || (leg->>4)::bigint;
    END LOOP;
    -- Only somebody else's money is locked, lowest id first; platform accounts stay cold.
    PERFORM FROM payments_account a
    WHERE a.id = ANY (debited || credited) AND a.owner_id > 0
    ORDER BY a.id FOR NO KEY UPDATE;
    INSERT INTO payments_entry (transfer_id, account_id, amount)
    SELECT new_id, side.account_id, side.amount
    FROM unnest(debited, credited, amounts) AS posted(debit, credit, amount)
    CROSS JOIN LATERAL (VALUES (posted.debit, -posted.amount), (posted.credit, posted.amount))
        AS side(account_id, amount);
    RETURN QUERY SELECT new_id, true, true;
END $$;
