from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql" / "posting.sql"


class Migration(migrations.Migration):
    dependencies = [("payments", "0030_acceptance")]
    operations = [migrations.RunSQL(SQL.read_text(), reverse_sql=migrations.RunSQL.noop)]
