"""Money must not rest with the processor for longer than its rules allow."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import record
from payments.escrows.models.escrows import Escrow
from payments.escrows.queries.escrows import HOLDING
from payments.stripe.countries import HOLDING_ALARMS, holding_limit


def raise_holding_alarms() -> int:
    """Tell both sides and staff of funds near the end, once for each level; returns how many.

    Side effect: an event. Who is already nearer hears of the nearest level only.
    """
    return sum(_raise(days) for days in sorted(HOLDING_ALARMS))


@transaction.atomic
def _raise(days: int) -> int:
    near = timezone.now() - holding_limit() + timedelta(days=days)
    unheard = Q(alarmed_days=None) | Q(alarmed_days__gt=days)
    due = Escrow.objects.filter(unheard, state__in=HOLDING, funded_at__lte=near)
    escrows = list(due.select_for_update(skip_locked=True, of=("self",)).order_by("id")[:500])
    for escrow in escrows:
        escrow.alarmed_days = days
        escrow.save(update_fields=["alarmed_days"])
        record("escrow.grown_old", subject=escrow, actor=SYSTEM, particulars={"days": days})
    return len(escrows)
