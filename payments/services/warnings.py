"""Money must not rest with the processor for longer than its rules allow."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from marketplace.core.actors import SYSTEM
from marketplace.core.events import record
from payments.models import Escrow
from payments.states import EscrowState

# Stripe pays out manually held funds by itself after 90 days in most countries, 2 years in
# the US: https://docs.stripe.com/connect/manual-payouts
HOLDING_LIMIT = timedelta(days=90)
WARNING_TIME = timedelta(days=14)


def warn_of_old_funds() -> int:
    """Tell both sides and staff once of funds that come near the limit; returns how many."""
    near = timezone.now() - (HOLDING_LIMIT - WARNING_TIME)
    old = Escrow.objects.filter(state=EscrowState.HELD, funded_at__lte=near, warned_at=None)
    with transaction.atomic():
        escrows = list(old.select_for_update(skip_locked=True)[:500])
        for escrow in escrows:
            escrow.warned_at = timezone.now()
            escrow.save(update_fields=["warned_at"])
            record("escrow.grown_old", subject=escrow, actor=SYSTEM)
    return len(escrows)
