from django.contrib.postgres.operations import UnaccentExtension
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0003_kept_forms")]

    operations = [UnaccentExtension()]
