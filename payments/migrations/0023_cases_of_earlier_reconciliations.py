"""What earlier comparisons found becomes cases; who explained them stands in the event log."""

from django.db import migrations

# The words of then, and the side that the amount stands on.
KINDS = {
    "only at the processor": ("missing_here", "theirs"),
    "only in our books": ("missing_there", "ours"),
    "another amount": ("other_amount", "theirs"),
    "twice at the processor": ("twice", "theirs"),
    "left in clearing": ("old_clearing", "ours"),
}


def open_cases(apps, schema_editor):
    runs = apps.get_model("payments", "Reconciliation").objects.order_by("id")
    for run in runs:
        run.started_at = run.made_at
        run.save(update_fields=["started_at"])
    newest = runs.last()
    if newest and newest.state == "differed":
        for difference in newest.differences:
            make_case(apps, newest, difference, state="open")
        newest.open_cases = len(newest.differences)
        newest.save(update_fields=["open_cases"])


def close_explained(apps, schema_editor):
    runs = apps.get_model("payments", "Reconciliation").objects
    events = apps.get_model("core", "Event").objects.filter(
        verb="reconciliation.explained", subject_type="payments.reconciliation"
    )
    for run in runs.filter(state="explained"):
        event = events.filter(subject_id=run.pk).exclude(actor=None).last()
        for difference in run.differences if event else ():
            facts = {"closed_by_id": event.actor_id, "closed_at": event.at}
            make_case(
                apps, run, difference, state="explained", explanation=event.why or "–", **facts
            )
    runs.filter(state="explained").update(state="agreed")


def make_case(apps, run, difference, **facts):
    words, reference, minor, currency = difference
    kind, side = KINDS.get(words, ("other_total", "theirs"))
    transfers = apps.get_model("payments", "Transfer").objects
    apps.get_model("payments", "ReconciliationCase").objects.create(
        kind=kind,
        reference=reference[:255],
        currency=currency,
        transfer=transfers.filter(key=reference).first(),
        opened_in=run,
        opened_at=run.made_at,
        **{side: minor},
        **facts,
    )


class Migration(migrations.Migration):
    dependencies = [("payments", "0022_reconciliation_cases"), ("core", "0002_idempotency")]
    operations = [
        migrations.RunPython(open_cases, migrations.RunPython.noop),
        migrations.RunPython(close_explained, migrations.RunPython.noop),
    ]
