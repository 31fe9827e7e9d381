from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql" / "search.sql"
FILL = "SELECT refresh_brief_entries(array_agg(id)) FROM projects_brief WHERE state = 'open'"
COUNT = "SELECT search_count('projects_briefword', 'projects_briefentry')"


class Migration(migrations.Migration):
    dependencies = [("projects", "0005_search"), ("accounts", "0010_search_filled")]

    operations = [
        migrations.RunSQL("DROP FUNCTION brief_words(text[])", migrations.RunSQL.noop),
        migrations.RunSQL(SQL.read_text(), migrations.RunSQL.noop),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
    ]
