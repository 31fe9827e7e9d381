-- The same books as before (ledger.sql), kept in fewer steps: each function reads what it is
-- given once. A transfer has one entry for each account and side: a release debits what is held
-- once, not once for the payee and once for the fee.

CREATE OR REPLACE FUNCTION ledger_keep_the_books() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE is_closed boolean;
BEGIN
    SELECT t.posted_at <> now() INTO is_closed
    FROM new_entries n
    JOIN payments_account a ON a.id = n.account_id
    JOIN payments_transfer t ON t.id = n.transfer_id
    GROUP BY t.id
    HAVING sum(n.amount) <> 0 OR bool_or(a.currency <> t.currency) OR t.posted_at <> now()
    LIMIT 1;
    -- Entries belong to the transaction of their transfer: nothing is added to it later.
    IF is_closed THEN
        RAISE EXCEPTION 'a posted transfer takes no more entries'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_closed';
    ELSIF FOUND THEN
        RAISE EXCEPTION 'entries of a transfer must sum to zero in its one currency'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_balanced';
    END IF;
    -- One order for everyone: the function that posts has locked these rows by id already.
    UPDATE payments_account a
    SET balance = a.balance + moved.amount
    FROM (SELECT account_id, sum(amount) AS amount FROM new_entries GROUP BY account_id) moved
    WHERE a.id = moved.account_id AND a.owner_id > 0;
    RETURN NULL;
END $$;

-- What legs, [[from kind, owner, to kind, owner, amount]], put on each account and side.
CREATE FUNCTION ledger_sides(p_legs jsonb)
RETURNS TABLE (kind text, owner bigint, amount bigint) LANGUAGE sql IMMUTABLE AS $$
    SELECT side.kind, side.owner, sum(side.amount)::bigint
    FROM jsonb_array_elements(p_legs) AS leg
    CROSS JOIN LATERAL (VALUES
        (leg->>0, (leg->>1)::bigint, -(leg->>4)::bigint),
        (leg->>2, (leg->>3)::bigint, (leg->>4)::bigint)
    ) AS side(kind, owner, amount)
    GROUP BY side.kind, side.owner, side.amount > 0
$$;

CREATE OR REPLACE FUNCTION ledger_post(p_key text, p_code text, p_currency text, p_legs jsonb)
RETURNS TABLE (transfer_id bigint, is_new boolean, same boolean) LANGUAGE plpgsql AS $$
DECLARE
    new_id bigint;
    accounts bigint[];
    amounts bigint[];
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
    SELECT array_agg(ledger_account(side.kind, side.owner, p_currency)), array_agg(side.amount)
    INTO accounts, amounts
    FROM ledger_sides(p_legs) AS side;
    -- Only somebody else's money is locked, lowest id first; platform accounts stay cold.
    PERFORM FROM payments_account a
    WHERE a.id = ANY (accounts) AND a.owner_id > 0
    ORDER BY a.id FOR NO KEY UPDATE;
    INSERT INTO payments_entry (transfer_id, account_id, amount)
    SELECT new_id, posted.account_id, posted.amount
    FROM unnest(accounts, amounts) AS posted(account_id, amount);
    RETURN QUERY SELECT new_id, true, true;
END $$;

CREATE OR REPLACE FUNCTION ledger_post_all(p_postings jsonb)
RETURNS TABLE (posted_key text, is_new boolean, same boolean) LANGUAGE plpgsql AS $$
DECLARE
    new_ids bigint[];
    transfers bigint[];
    accounts bigint[];
    amounts bigint[];
BEGIN
    -- By key, so that two batches that share keys never wait for each other in a circle.
    WITH made AS (
        INSERT INTO payments_transfer (key, code, currency, legs, posted_at)
        SELECT p.key, p.code, p.currency, p.legs, now()
        FROM jsonb_to_recordset(p_postings) AS p(key text, code text, currency text, legs jsonb)
        ORDER BY p.key
        ON CONFLICT ON CONSTRAINT transfer_key_once DO NOTHING
        RETURNING id
    )
    SELECT coalesce(array_agg(made.id), '{}') INTO new_ids FROM made;
    SELECT array_agg(t.id), array_agg(ledger_account(side.kind, side.owner, t.currency)),
        array_agg(side.amount)
    INTO transfers, accounts, amounts
    FROM payments_transfer t
    CROSS JOIN LATERAL ledger_sides(t.legs) AS side
    WHERE t.id = ANY (new_ids);
    PERFORM FROM payments_account a
    WHERE a.id = ANY (accounts) AND a.owner_id > 0
    ORDER BY a.id FOR NO KEY UPDATE;
    INSERT INTO payments_entry (transfer_id, account_id, amount)
    SELECT * FROM unnest(transfers, accounts, amounts);
    RETURN QUERY SELECT t.key::text, t.id = ANY (new_ids),
        t.code = p.code AND t.currency = p.currency AND t.legs = p.legs
    FROM jsonb_to_recordset(p_postings) AS p(key text, code text, currency text, legs jsonb)
    JOIN payments_transfer t ON t.key = p.key;
END $$;
