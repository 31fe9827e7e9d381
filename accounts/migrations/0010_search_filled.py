from pathlib import Path

from django.db import migrations

from accounts.people.places import countries
from accounts.profiles.taxonomy import Industry, Specialism

SQL = Path(__file__).parent / "sql" / "search.sql"

# What is kept as a code, as people read it; a code that comes later stands for itself.
LABELS = """
CREATE FUNCTION search_label(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE code {cases} ELSE replace(code, '_', ' ') END;

CREATE FUNCTION search_labels(codes text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT string_agg(search_label(code), ' ') FROM unnest(codes) code);
"""
DROP_LABELS = "DROP FUNCTION search_labels(text[]); DROP FUNCTION search_label(text)"
DROP = """
DROP FUNCTION profile_changed() CASCADE;
DROP FUNCTION profile_person_changed() CASCADE;
DROP FUNCTION profile_part_changed() CASCADE;
DROP FUNCTION refresh_profile_entries(bigint[]);
"""
SHORT = {"US": "USA", "GB": "UK", "AE": "UAE"}
FILL = "SELECT refresh_profile_entries(array_agg(id)) FROM accounts_freelancerprofile"
COUNT = "SELECT search_count('accounts_profileword', 'accounts_profileentry')"


def labels() -> str:
    places = ((code, f"{name} {SHORT.get(code, '')}") for code, name in countries())
    pairs = [*Specialism.choices, *Industry.choices, *places]
    cases = (f"WHEN {_quoted(code)} THEN {_quoted(label)}" for code, label in pairs)
    return LABELS.format(cases=" ".join(cases))


def _quoted(text: str) -> str:
    return "'" + text.strip().replace("'", "''") + "'"


class Migration(migrations.Migration):
    dependencies = [("accounts", "0009_search")]

    operations = [
        migrations.RunSQL(labels(), DROP_LABELS),
        migrations.RunSQL(SQL.read_text(), DROP),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
    ]
