from pathlib import Path

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

SQL = Path(__file__).parent / "sql" / "search.sql"


class Migration(migrations.Migration):
    dependencies = [("core", "0005_never_emptied")]

    operations = [TrigramExtension(), migrations.RunSQL(SQL.read_text(), migrations.RunSQL.noop)]
