from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("payments", "0023_cases_of_earlier_reconciliations")]
    operations = [
        migrations.RemoveField(model_name="reconciliation", name="differences"),
        migrations.AddConstraint(
            model_name="reconciliation",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["running", "agreed", "differed"])),
                name="reconciliation_state_known",
            ),
        ),
    ]
