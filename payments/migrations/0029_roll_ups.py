from pathlib import Path

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql"


def sql(name: str) -> migrations.RunSQL:
    return migrations.RunSQL((FOLDER / name).read_text(), reverse_sql=migrations.RunSQL.noop)


class Migration(migrations.Migration):
    dependencies = [("payments", "0028_conversions")]
    operations = [
        migrations.CreateModel(
            name="AccountRollUp",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="roll_up",
                        serialize=False,
                        to="payments.account",
                    ),
                ),
                ("up_to", models.BigIntegerField(help_text="id of the last entry that it covers")),
                ("balance", models.BigIntegerField(help_text="minor units")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.AlterField(
            model_name="entry",
            name="account",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="payments.account",
            ),
        ),
        migrations.AlterField(
            model_name="reconciliationcase",
            name="kind",
            field=models.CharField(
                choices=[
                    ("missing_here", "Only at the processor"),
                    ("missing_there", "Only in our books"),
                    ("other_amount", "Another amount"),
                    ("twice", "Twice at the processor"),
                    ("old_clearing", "Left in clearing"),
                    ("other_total", "Their balance is not the sum of their lines"),
                    ("misstated", "Our balance is not the sum of its entries"),
                ],
                max_length=16,
            ),
        ),
        sql("roll_up.sql"),
        sql("post_all.sql"),
    ]
