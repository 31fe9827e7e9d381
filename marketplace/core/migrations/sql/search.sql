-- What every search of ours reads of a text and of a question: see docs/decisions/0025-search.md.

-- Lower case without accents; what the parser would tear apart or drop is spelt as a word.
CREATE FUNCTION search_plain(written text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    lower(unaccent(normalize(coalesce(written, ''), NFKC))),
    '\mc\+\+', 'cplusplus ', 'g'),
    '\m([cfj])#', '\1sharp ', 'g'),
    '(^|[^a-z0-9])\.net\M', '\1dotnet', 'g'),
    '\mr ?& ?d\M', 'rnd', 'g'),
    '\m([a-z])/([a-z])\M', '\1\2', 'g');

-- Of a question: GPT-4o is one word, as it is one who writes GPT4o.
CREATE FUNCTION search_question(written text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN regexp_replace(search_plain(written), '\m([a-z]+)-(\d[a-z0-9.]*)', '\1\2', 'g');

-- Of a text: GPT-4o is found as one word, and by its parts.
CREATE FUNCTION search_document(written text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN regexp_replace(search_plain(written), '\m([a-z]+)-(\d[a-z0-9.]*)', '\1\2 \1 \2', 'g');

CREATE FUNCTION search_vector(a text, b text, c text, d text) RETURNS tsvector
LANGUAGE sql STABLE PARALLEL SAFE
RETURN setweight(to_tsvector('english', search_document(a)), 'A')
    || setweight(to_tsvector('english', search_document(b)), 'B')
    || setweight(to_tsvector('english', search_document(c)), 'C')
    || setweight(to_tsvector('english', search_document(d)), 'D');

-- A name as the keys name:jean, name:luc.
CREATE FUNCTION search_names(written text) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE
RETURN ARRAY(
    SELECT 'name:' || word
    FROM regexp_split_to_table(search_plain(written), '[^[:alnum:]]+') word WHERE word <> ''
);

-- And as one: named:jean luc.
CREATE FUNCTION search_named(written text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN 'named:' || trim(regexp_replace(search_plain(written), '[^[:alnum:]]+', ' ', 'g'));

-- The step below an amount, of 1, 2, 5, 10, 20, 50 …: one key instead of a range.
CREATE FUNCTION search_step(amount bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT max(digit * power(10, n)::bigint)
    FROM unnest(ARRAY[1, 2, 5]) digit, generate_series(0, 14) n
    WHERE digit * power(10, n)::bigint <= greatest(amount, 1)
);

-- An entry's number, which grows, as keys of the blocks of numbers that it stands in: an index that
-- knows no order can so be asked for the newest thousand first, then for the newest four thousand.
CREATE FUNCTION search_blocks(number bigint) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
    SELECT 'at:' || bits || ':' || (number >> bits) FROM unnest(ARRAY[10, 12, 14, 16, 18, 20]) bits
);

-- Up to the newest number: the keys of each batch, and the number below which it adds something.
CREATE FUNCTION search_batches(newest bigint) RETURNS TABLE (keys text[], below bigint)
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT
        ARRAY(
            SELECT 'at:' || bits || ':' || block
            FROM generate_series((newest >> bits) - 2, newest >> bits) block
        ),
        coalesce(lag(((newest >> bits) - 2) << bits) OVER (ORDER BY bits), newest + 1)
    FROM unnest(ARRAY[10, 12, 14, 16, 18, 20]) bits
    WHERE newest >> bits > 2
    ORDER BY bits
$$;

-- And the number below which no batch looks.
CREATE FUNCTION search_rest(newest bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT coalesce(min(((newest >> bits) - 2) << bits), newest + 1)
    FROM unnest(ARRAY[10, 12, 14, 16, 18, 20]) bits WHERE newest >> bits > 2
);

-- Swapped letters leave this as it is.
CREATE FUNCTION search_letters(word text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT string_agg(letter, '' ORDER BY letter) FROM regexp_split_to_table(word, '') letter);

-- The words of a text that somebody could misspell.
CREATE FUNCTION search_spelt(written text) RETURNS SETOF text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT word FROM unnest(tsvector_to_array(to_tsvector('simple', search_document(written)))) word
    WHERE word ~ '^[[:alpha:]]{4,40}$'
$$;

-- What full text makes of a word.
CREATE FUNCTION search_stem(word text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce((ts_lexize('english_stem', word))[1], word);

-- Count anew in how many entries each known word stands; one that nobody uses any longer goes. It is
-- counted by its stem, which is what entries keep.
CREATE FUNCTION search_count(words regclass, entries regclass) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format($count$
        WITH counted AS MATERIALIZED (SELECT word AS stem, ndoc FROM ts_stat(%2$L)),
        gone AS (
            DELETE FROM %1$s known
            WHERE NOT EXISTS (SELECT FROM counted WHERE counted.stem = known.stem)
        )
        UPDATE %1$s known SET uses = counted.ndoc
        FROM counted WHERE known.stem = counted.stem AND known.uses <> counted.ndoc
    $count$, words, format('SELECT words FROM %s', entries));
END
$$;
