from pathlib import Path

import django.db.models
import pgvector.django
from django.db import migrations

SQL = Path(__file__).parent / "sql"
# The function without the embedding, as search.sql begins with it.
BEFORE = "CREATE OR REPLACE " + (SQL / "search.sql").read_text().split("CREATE ")[1]


class Migration(migrations.Migration):
    dependencies = [("accounts", "0011_unsent_and_unanswered"), ("core", "0008_vector")]

    operations = [
        migrations.AddField(
            model_name="profileentry",
            name="embedding",
            field=pgvector.django.HalfVectorField(dimensions=256, null=True),
        ),
        migrations.AddIndex(
            model_name="profileentry",
            index=pgvector.django.HnswIndex(
                fields=["embedding"], name="profileentry_near", opclasses=["halfvec_cosine_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="profileentry",
            index=django.db.models.Index(
                condition=django.db.models.Q(("embedding", None)), fields=["-id"], name="profileentry_bare"
            ),
        ),
        migrations.RunSQL((SQL / "embedding.sql").read_text(), BEFORE),
    ]
