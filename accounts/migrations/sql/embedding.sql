-- The entries of profiles that may be found, made anew in the order in which they changed. One whose
-- words are the same keeps its embedding; a job gives one to the others.
CREATE OR REPLACE FUNCTION refresh_profile_entries(subjects bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    before accounts_profileentry[];
BEGIN
    WITH gone AS (
        DELETE FROM accounts_profileentry entry WHERE profile_id = ANY (subjects) RETURNING entry
    )
    SELECT array_agg(entry) INTO before FROM gone;
    WITH told AS MATERIALIZED (
        SELECT
            profile.*,
            person.name,
            concat_ws(' ', profile.headline, search_labels(profile.specialisms), (
                SELECT string_agg(tool.name, ' ')
                FROM accounts_toolexperience tool WHERE tool.profile_id = profile.id
            ), search_label(profile.country)) AS offered,
            concat_ws(' ', search_labels(profile.industries), (
                SELECT string_agg(study.title, ' ')
                FROM accounts_casestudy study WHERE study.profile_id = profile.id
            )) AS done,
            concat_ws(' ', profile.story, (
                SELECT string_agg(concat_ws(' ', study.problem, study.approach), ' ')
                FROM accounts_casestudy study WHERE study.profile_id = profile.id
            )) AS rest
        FROM accounts_freelancerprofile profile JOIN accounts_user person ON person.id = user_id
        WHERE profile.id = ANY (subjects)
            AND is_listed AND NOT is_hidden AND person.is_active AND specialisms <> '{}'
    ), numbered AS (
        SELECT
            nextval(pg_get_serial_sequence('accounts_profileentry', 'id')) AS number,
            search_vector(name, offered, done, rest) AS words,
            ordered.*
        FROM (SELECT * FROM told ORDER BY updated_at, id) ordered
    ), listed AS (
        INSERT INTO accounts_profileentry
            (id, profile_id, updated_at, currency, price_order, words, keys, embedding)
        SELECT
            number, now.id, now.updated_at, now.currency, coalesce(fixed_from, 1000000000000000),
            now.words,
            ARRAY['currency:' || now.currency]
            || CASE WHEN availability <> 'unavailable' THEN ARRAY['available'] END
            || CASE WHEN fixed_from > 0 THEN ARRAY['from:' || search_step(fixed_from)] END
            || ARRAY(SELECT 'specialism:' || code FROM unnest(specialisms) code)
            || ARRAY(SELECT 'industry:' || code FROM unnest(industries) code)
            || search_names(name) || search_named(name) || search_blocks(number),
            old.embedding
        FROM numbered now
        LEFT JOIN unnest(before) old ON old.profile_id = now.id AND old.words = now.words
        -- Somebody else refreshed it since the deletion, and knew less.
        ON CONFLICT (profile_id) DO UPDATE SET
            id = EXCLUDED.id, updated_at = EXCLUDED.updated_at, currency = EXCLUDED.currency,
            price_order = EXCLUDED.price_order, words = EXCLUDED.words, keys = EXCLUDED.keys,
            embedding = EXCLUDED.embedding
    )
    INSERT INTO accounts_profileword (word, stem, letters, uses)
    SELECT word, search_stem(word), search_letters(word), 1
    FROM (SELECT DISTINCT search_spelt(concat_ws(' ', name, offered, done, rest)) AS word FROM told) spelt
    WHERE NOT EXISTS (SELECT FROM accounts_profileword known WHERE known.word = spelt.word)
    ORDER BY word
    ON CONFLICT DO NOTHING;
END
$$;
