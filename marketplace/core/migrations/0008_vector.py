from django.db import migrations
from pgvector.django import VectorExtension


class Migration(migrations.Migration):
    dependencies = [("core", "0007_bounded_queues")]

    operations = [VectorExtension()]
