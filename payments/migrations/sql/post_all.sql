-- Posts many transfers in one round trip, all or none, as ledger_post does one.
-- p_postings: [{"key", "code", "currency", "legs"}].
CREATE FUNCTION ledger_post_all(p_postings jsonb)
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
    CROSS JOIN LATERAL jsonb_array_elements(t.legs) AS leg
    CROSS JOIN LATERAL (VALUES
        (leg->>0, (leg->>1)::bigint, -(leg->>4)::bigint),
        (leg->>2, (leg->>3)::bigint, (leg->>4)::bigint)
    ) AS side(kind, owner, amount)
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
