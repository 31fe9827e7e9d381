-- The entries of briefs that are open and listed, made anew in the order of their publication. One
-- whose words are the same keeps its embedding; a job gives one to the others.
CREATE OR REPLACE FUNCTION refresh_brief_entries(subjects bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    before projects_briefentry[];
BEGIN
    WITH gone AS (
        DELETE FROM projects_briefentry entry WHERE brief_id = ANY (subjects) RETURNING entry
    )
    SELECT array_agg(entry) INTO before FROM gone;
    WITH told AS MATERIALIZED (
        SELECT
            brief.*,
            organisation.name,
            concat_ws(' ',
                summary, goal_kpi, search_labels(specialisms), array_to_string(tools, ' '),
                organisation.name, search_label(organisation.country)
            ) AS summed,
            concat_ws(' ', problem, why_it_matters, search_label(industry)) AS explained,
            concat_ws(' ', success_metrics, data_sources, deliverables, stack, deployment) AS rest
        FROM projects_brief brief
        JOIN accounts_organisation organisation ON organisation.id = organisation_id
        WHERE brief.id = ANY (subjects) AND state = 'open' AND visibility = 'listed'
    ), numbered AS (
        SELECT
            nextval(pg_get_serial_sequence('projects_briefentry', 'id')) AS number,
            search_vector(title, summed, explained, rest) AS words,
            ordered.*
        FROM (SELECT * FROM told ORDER BY published_at, id) ordered
    ), listed AS (
        INSERT INTO projects_briefentry (
            id, brief_id, published_at, industry, engagement_kind, currency, budget_max, words, keys,
            embedding
        )
        SELECT
            number, now.id, now.published_at, now.industry, now.engagement_kind, now.currency,
            now.budget_max, now.words,
            ARRAY[
                'industry:' || now.industry, 'engagement_kind:' || now.engagement_kind,
                'currency:' || now.currency, 'pays:' || search_step(now.budget_max)
            ]
            || ARRAY(SELECT 'specialism:' || code FROM unnest(specialisms) code)
            || search_names(name) || search_named(name) || search_blocks(number),
            old.embedding
        FROM numbered now
        LEFT JOIN unnest(before) old ON old.brief_id = now.id AND old.words = now.words
        -- Somebody else refreshed it since the deletion, and knew less.
        ON CONFLICT (brief_id) DO UPDATE SET
            id = EXCLUDED.id, published_at = EXCLUDED.published_at, industry = EXCLUDED.industry,
            engagement_kind = EXCLUDED.engagement_kind, currency = EXCLUDED.currency,
            budget_max = EXCLUDED.budget_max, words = EXCLUDED.words, keys = EXCLUDED.keys,
            embedding = EXCLUDED.embedding
    )
    INSERT INTO projects_briefword (word, stem, letters, uses)
    SELECT word, search_stem(word), search_letters(word), 1
    FROM (SELECT DISTINCT search_spelt(concat_ws(' ', title, summed, explained, rest)) AS word FROM told) spelt
    WHERE NOT EXISTS (SELECT FROM projects_briefword known WHERE known.word = spelt.word)
    ORDER BY word
    ON CONFLICT DO NOTHING;
END
$$;
