"""What staff must hear of when it takes too long: each call, message and comparison once."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import record
from payments.operations.models import Operation
from payments.operations.services.operations import WAITING
from payments.reconciliation.queries.comparison import late_reconciliations
from payments.webhooks.models import StripeEvent
from payments.webhooks.states import StripeEventState

# A processor that is away for minutes is no news; what was parked has been tried twice by then.
STUCK_AFTER = timedelta(minutes=30)
PARKED_FOR = timedelta(minutes=5)


def raise_alarms() -> int:
    """Tell staff of what is newly stuck, once in all for each kind; returns how many are.

    Side effect: an event, from which staff are told, about the oldest with the number of all.
    """
    now = timezone.now()
    return (
        _raise("operation.stuck", "created_at", _stuck_operations(now))
        + _raise("stripe_event.stuck", "received_at", _stuck_events(now))
        + _raise("reconciliation.late", "started_at", late_reconciliations())
    )


def _stuck_operations(now: datetime) -> QuerySet[Operation]:
    """Without an answer; of one that is lost staff have heard at once."""
    return Operation.objects.filter(state__in=WAITING, created_at__lt=now - STUCK_AFTER)


def _stuck_events(now: datetime) -> QuerySet[StripeEvent]:
    parked = Q(state=StripeEventState.PARKED, received_at__lt=now - PARKED_FOR)
    late = Q(state=StripeEventState.RECEIVED, received_at__lt=now - STUCK_AFTER)
    return StripeEvent.objects.filter(parked | late)


@transaction.atomic
def _raise(verb: str, since: str, stuck: QuerySet[Any]) -> int:
    unheard = stuck.filter(alarmed_at=None).order_by(since)
    rows = list(unheard.select_for_update(skip_locked=True)[:500])
    if rows:
        stuck.model.objects.filter(pk__in=[row.pk for row in rows]).update(
            alarmed_at=timezone.now()
        )
        record(verb, subject=rows[0], actor=SYSTEM, particulars={"count": len(rows)})
    return len(rows)
