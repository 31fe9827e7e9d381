from django.db import migrations

OVERTURNED = """
    UPDATE payments_carddispute dispute SET overturned_at = again.at
    FROM (
        SELECT charge.id, max(event.at) AS at
        FROM core_event event
        JOIN payments_charge charge ON charge.escrow_id = event.subject_id
        WHERE event.subject_type = 'payments.escrow' AND event.verb = 'escrow.held_again'
            AND event.from_state IN ('released', 'refunded')
        GROUP BY charge.id
    ) again
    WHERE dispute.charge_id = again.id AND dispute.state = 'won'
"""


class Migration(migrations.Migration):
    """Disputes won after they were lost, before the dispute itself said so, by the events."""

    dependencies = [
        ("payments", "0040_bounded_queues"),
        ("core", "0007_bounded_queues"),
    ]

    operations = [migrations.RunSQL(OVERTURNED, migrations.RunSQL.noop)]
