-- An entry stays in one piece: whoever ranks it reads it whole.
ALTER TABLE accounts_profileentry SET (toast_tuple_target = 8160);

-- The entries of profiles that may be found, made anew in the order in which they changed.
CREATE FUNCTION refresh_profile_entries(subjects bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM accounts_profileentry WHERE profile_id = ANY (subjects);
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
        SELECT nextval(pg_get_serial_sequence('accounts_profileentry', 'id')) AS number, ordered.*
        FROM (SELECT * FROM told ORDER BY updated_at, id) ordered
    ), listed AS (
        INSERT INTO accounts_profileentry
            (id, profile_id, updated_at, currency, price_order, words, keys)
        SELECT
            number, id, updated_at, currency, coalesce(fixed_from, 1000000000000000),
            search_vector(name, offered, done, rest),
            ARRAY['currency:' || currency]
            || CASE WHEN availability <> 'unavailable' THEN ARRAY['available'] END
            || CASE WHEN fixed_from > 0 THEN ARRAY['from:' || search_step(fixed_from)] END
            || ARRAY(SELECT 'specialism:' || code FROM unnest(specialisms) code)
            || ARRAY(SELECT 'industry:' || code FROM unnest(industries) code)
            || search_names(name) || search_named(name) || search_blocks(number)
        FROM numbered
        -- Somebody else refreshed it since the deletion, and knew less.
        ON CONFLICT (profile_id) DO UPDATE SET
            id = EXCLUDED.id, updated_at = EXCLUDED.updated_at, currency = EXCLUDED.currency,
            price_order = EXCLUDED.price_order, words = EXCLUDED.words, keys = EXCLUDED.keys
    )
    INSERT INTO accounts_profileword (word, stem, letters, uses)
    SELECT word, search_stem(word), search_letters(word), 1
    FROM (SELECT DISTINCT search_spelt(concat_ws(' ', name, offered, done, rest)) AS word FROM told) spelt
    WHERE NOT EXISTS (SELECT FROM accounts_profileword known WHERE known.word = spelt.word)
    ORDER BY word
    ON CONFLICT DO NOTHING;
END
$$;

CREATE FUNCTION profile_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_profile_entries(ARRAY[coalesce(NEW.id, OLD.id)]);
    RETURN NULL;
END
$$;

CREATE TRIGGER profile_found AFTER INSERT OR DELETE OR UPDATE OF
    headline, story, country, specialisms, industries, currency, fixed_from, availability,
    is_listed, is_hidden, updated_at
ON accounts_freelancerprofile FOR EACH ROW EXECUTE FUNCTION profile_changed();

CREATE FUNCTION profile_person_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_profile_entries(array_agg(id))
    FROM accounts_freelancerprofile WHERE user_id = NEW.id;
    RETURN NULL;
END
$$;

CREATE TRIGGER profile_person_found AFTER UPDATE OF name, is_active ON accounts_user
FOR EACH ROW WHEN ((OLD.name, OLD.is_active) IS DISTINCT FROM (NEW.name, NEW.is_active))
EXECUTE FUNCTION profile_person_changed();

-- Of tools and of case studies, by statement: a profile writes all its tools in one.
CREATE FUNCTION profile_part_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_profile_entries(array_agg(DISTINCT profile_id)) FROM changed;
    RETURN NULL;
END
$$;

CREATE TRIGGER profile_tool_insert AFTER INSERT ON accounts_toolexperience
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION profile_part_changed();
CREATE TRIGGER profile_tool_update AFTER UPDATE ON accounts_toolexperience
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION profile_part_changed();
CREATE TRIGGER profile_tool_delete AFTER DELETE ON accounts_toolexperience
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION profile_part_changed();
CREATE TRIGGER profile_study_insert AFTER INSERT ON accounts_casestudy
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION profile_part_changed();
CREATE TRIGGER profile_study_update AFTER UPDATE ON accounts_casestudy
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION profile_part_changed();
CREATE TRIGGER profile_study_delete AFTER DELETE ON accounts_casestudy
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION profile_part_changed();
