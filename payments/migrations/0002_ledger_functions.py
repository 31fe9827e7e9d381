from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "sql" / "ledger.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_ledger")]
    operations = [migrations.RunSQL(SQL, reverse_sql=migrations.RunSQL.noop)]
