from django.db import migrations

# Until now an escrow ended whole, in one payout or in one refund.
SQL = """
UPDATE payments_escrow e SET released = e.amount, payout_id = p.id
FROM payments_payout p WHERE p.escrow_id = e.id AND e.state = 'released';
UPDATE payments_escrow SET refunded = amount WHERE state = 'refunded';
"""


class Migration(migrations.Migration):
    dependencies = [("payments", "0007_parts")]
    operations = [migrations.RunSQL(SQL, reverse_sql=migrations.RunSQL.noop)]
