-- An entry stays in one piece: whoever ranks it reads it whole.
ALTER TABLE projects_briefentry SET (toast_tuple_target = 8160);

-- The entries of briefs that are open and listed, made anew in the order of their publication.
CREATE FUNCTION refresh_brief_entries(subjects bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM projects_briefentry WHERE brief_id = ANY (subjects);
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
        SELECT nextval(pg_get_serial_sequence('projects_briefentry', 'id')) AS number, ordered.*
        FROM (SELECT * FROM told ORDER BY published_at, id) ordered
    ), listed AS (
        INSERT INTO projects_briefentry (
            id, brief_id, published_at, industry, engagement_kind, currency, budget_max, words, keys
        )
        SELECT
            number, id, published_at, industry, engagement_kind, currency, budget_max,
            search_vector(title, summed, explained, rest),
            ARRAY[
                'industry:' || industry, 'engagement_kind:' || engagement_kind,
                'currency:' || currency, 'pays:' || search_step(budget_max)
            ]
            || ARRAY(SELECT 'specialism:' || code FROM unnest(specialisms) code)
            || search_names(name) || search_named(name) || search_blocks(number)
        FROM numbered
        -- Somebody else refreshed it since the deletion, and knew less.
        ON CONFLICT (brief_id) DO UPDATE SET
            id = EXCLUDED.id, published_at = EXCLUDED.published_at, industry = EXCLUDED.industry,
            engagement_kind = EXCLUDED.engagement_kind, currency = EXCLUDED.currency,
            budget_max = EXCLUDED.budget_max, words = EXCLUDED.words, keys = EXCLUDED.keys
    )
    INSERT INTO projects_briefword (word, stem, letters, uses)
    SELECT word, search_stem(word), search_letters(word), 1
    FROM (SELECT DISTINCT search_spelt(concat_ws(' ', title, summed, explained, rest)) AS word FROM told) spelt
    WHERE NOT EXISTS (SELECT FROM projects_briefword known WHERE known.word = spelt.word)
    ORDER BY word
    ON CONFLICT DO NOTHING;
END
$$;

CREATE FUNCTION brief_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'open' OR (TG_OP = 'UPDATE' AND OLD.state = 'open') THEN
        PERFORM refresh_brief_entries(ARRAY[NEW.id]);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER brief_found AFTER INSERT OR UPDATE OF
    state, visibility, published_at, title, summary, goal_kpi, specialisms, tools, problem,
    why_it_matters, industry, success_metrics, data_sources, deliverables, stack, deployment,
    engagement_kind, currency, budget_max, organisation_id
ON projects_brief FOR EACH ROW EXECUTE FUNCTION brief_changed();

CREATE FUNCTION brief_client_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_brief_entries(array_agg(id))
    FROM projects_brief WHERE organisation_id = NEW.id AND state = 'open';
    RETURN NULL;
END
$$;

CREATE TRIGGER brief_client_found AFTER UPDATE OF name, country ON accounts_organisation
FOR EACH ROW WHEN ((OLD.name, OLD.country) IS DISTINCT FROM (NEW.name, NEW.country))
EXECUTE FUNCTION brief_client_changed();
