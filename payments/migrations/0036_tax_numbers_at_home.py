"""Tax numbers outside the EU's scheme lose the country code that was written before them."""

import re

from django.db import migrations

PREFIXED = ("AU", "CA", "JP", "NZ", "SG")


def write_as_at_home(apps, schema_editor):
    details = apps.get_model("payments", "BillingDetails")
    for row in details.objects.filter(country__in=(*PREFIXED, "US")).exclude(tax_number=""):
        number = row.tax_number
        if row.country in PREFIXED:
            number = number.removeprefix(row.country)
        elif re.fullmatch(r"\d{9}", number):
            number = f"{number[:2]}-{number[2:]}"
        details.objects.filter(pk=row.pk).update(tax_number=number)


class Migration(migrations.Migration):
    dependencies = [("payments", "0035_return_reasons")]
    operations = [migrations.RunPython(write_as_at_home, migrations.RunPython.noop, elidable=True)]
