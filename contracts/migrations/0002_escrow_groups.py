"""Held funds learn which contract they belong to, and which of them are in review."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def tell_payments(apps, schema_editor):
    Milestone = apps.get_model("contracts", "Milestone")
    Escrow = apps.get_model("payments", "Escrow")
    unit = Milestone.objects.filter(escrow=OuterRef("pk"))
    ours = Escrow.objects.filter(pk__in=Milestone.objects.exclude(escrow=None).values("escrow"))
    ours.update(
        group_id=Subquery(unit.values("contract__public_id")[:1]),
        group_title=Subquery(unit.values("contract__title")[:1]),
    )
    submitted = Milestone.objects.filter(state="submitted").values("escrow")
    ours.filter(pk__in=submitted).update(
        in_review_since=Subquery(unit.values("submitted_at")[:1])
    )


class Migration(migrations.Migration):
    dependencies = [("contracts", "0001_initial"), ("payments", "0020_escrow_places")]
    operations = [migrations.RunPython(tell_payments, migrations.RunPython.noop)]
