from datetime import date

from django.db import migrations


def set_first_fee(apps, schema_editor):
    """8 % of what is released, for every kind of engagement."""
    apps.get_model("payments", "FeeSchedule").objects.get_or_create(
        engagement_kind="", valid_from=date(2026, 1, 1), defaults={"basis_points": 800}
    )


class Migration(migrations.Migration):
    dependencies = [("payments", "0003_money")]

    operations = [migrations.RunPython(set_first_fee, migrations.RunPython.noop)]
