"""A line of time belongs to a unit, of whatever kind: the number of a week is that of its unit."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("contracts", "0011_charge_begun")]

    operations = [
        migrations.RenameField("timeentry", "week", "unit"),
        migrations.AlterField(
            "timeentry",
            "unit",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="time_entries",
                to="contracts.unit",
            ),
        ),
    ]
