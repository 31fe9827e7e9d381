from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql" / "search.sql"
FILL = "SELECT refresh_brief_entries(array_agg(id)) FROM projects_brief WHERE state = 'open'"
COUNT = "SELECT search_count('projects_briefword', 'projects_briefentry')"

WORDS = """
CREATE FUNCTION brief_words(words text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN array_to_string(words, ' ');
"""
DROP = """
DROP FUNCTION brief_changed() CASCADE;
DROP FUNCTION brief_client_changed() CASCADE;
DROP FUNCTION refresh_brief_entries(bigint[]);
"""


class Migration(migrations.Migration):
    dependencies = [("projects", "0005_search"), ("accounts", "0010_search_filled")]

    operations = [
        migrations.RunSQL("DROP FUNCTION brief_words(text[])", WORDS),
        migrations.RunSQL(SQL.read_text(), DROP),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
    ]
