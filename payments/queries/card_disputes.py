"""Card disputes: what freezes or bars a charge, and what waits for staff."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from marketplace.core.events import events_of
from marketplace.core.staff import is_of_staff
from payments.models import Bearer, CardDispute, Charge, Escrow
from payments.states import DISPUTING, CardDisputeState

# Days before the deadline on which staff are reminded.
WARNING_DAYS = (3, 1)
TO_ANSWER = (CardDisputeState.INQUIRY, CardDisputeState.NEEDS_RESPONSE)
OPEN = (CardDisputeState.INQUIRY, *DISPUTING)


def is_frozen(charge: Charge) -> bool:
    """Whether a bank still has to decide about a charge, or its decision is not booked yet."""
    return any(dispute.freezes for dispute in charge.card_disputes.all())


def frozen_since(escrow: Escrow) -> datetime:
    """When the newest freeze of an escrow began."""
    freezes = events_of(escrow).filter(verb="escrow.disputed")
    return freezes.values_list("at", flat=True).last() or timezone.now()


def is_refundable(charge: Charge) -> bool:
    """Whether the processor would refund it: not while it is disputed, nor once it was lost."""
    return not charge.card_disputes.filter(is_refundable=False).exists()


def disputes_about(escrow: Escrow) -> list[CardDispute]:
    """Every card dispute about the escrow's charges, newest first."""
    found = CardDispute.objects.filter(charge__escrow=escrow).order_by("-id")
    return list(found.select_related("charge__escrow"))


def card_disputes_for(user: Any) -> QuerySet[CardDispute]:
    """All of them for staff, none for anybody else."""
    rows = CardDispute.objects.select_related("charge__escrow__payer", "charge__escrow__payee")
    return rows if is_of_staff(user) else rows.none()


def disputes_to_answer() -> QuerySet[CardDispute]:
    """Without evidence so far, the earliest deadline first."""
    waiting = CardDispute.objects.filter(state__in=TO_ANSWER)
    return waiting.exclude(evidence__problem="").order_by("evidence_due_at", "id")


def losses_to_decide() -> QuerySet[CardDispute]:
    lost = CardDispute.objects.filter(state=CardDisputeState.LOST, bears=Bearer.UNDECIDED)
    return lost.order_by("closed_at", "id")


def disputes_due_soon() -> QuerySet[CardDispute]:
    """To be answered within the first of the warning times."""
    near = timezone.now() + timedelta(days=max(WARNING_DAYS))
    return disputes_to_answer().filter(evidence_due_at__lte=near)
