"""Card disputes: what freezes or bars a charge, and what waits for staff."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from marketplace.core.data.events import events_of
from marketplace.core.staff.registry import is_of_staff
from payments.card_disputes.models import Bearer, CardDispute, CardDisputeEvidence
from payments.card_disputes.states import CONCLUDED, DISPUTING, CardDisputeState
from payments.charges.models import Charge
from payments.charges.queries import charges_in
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import EscrowState

# Days before the deadline on which staff are reminded.
WARNING_DAYS = (3, 1)
OPEN = (CardDisputeState.INQUIRY, *DISPUTING)


def is_frozen(charge: Charge) -> bool:
    """Whether a bank still has to decide about a charge, or its decision is not booked yet."""
    return any(dispute.freezes for dispute in charge.card_disputes.all())


def is_escrow_frozen(escrow: Escrow) -> bool:
    """Whether a bank disputes a charge of which a paid escrow holds something."""
    return any(is_frozen(charge) for charge in charges_in(escrow))


def frozen_since(escrow: Escrow) -> datetime:
    """When the newest freeze of an escrow began."""
    freezes = events_of(escrow).filter(verb="escrow.disputed")
    return freezes.values_list("at", flat=True).last() or timezone.now()


def disputes_about(escrow: Escrow) -> list[CardDispute]:
    """Every card dispute about the escrow's charges, newest first."""
    found = CardDispute.objects.filter(_about(escrow)).order_by("-id")
    return list(found.select_related("charge__escrow"))


def _about(escrow: Escrow) -> Q:
    """Of its own charges, and of those that paid for it with what other escrows had left."""
    if not escrow.carried_in:
        return Q(charge__escrow=escrow)
    return Q(charge__escrow=escrow) | Q(charge__in=escrow.fundings.values("charge"))


def card_disputes_for(user: Any) -> QuerySet[CardDispute]:
    """All of them for staff, none for anybody else."""
    rows = CardDispute.objects.select_related("charge__escrow__payer", "charge__escrow__payee")
    return rows if is_of_staff(user) else rows.none()


def disputes_to_answer() -> QuerySet[CardDispute]:
    """Those that wait for evidence, the earliest deadline first.

    An inquiry is answered once, and the dispute that it may become once more.
    """
    asked = CardDispute.objects.filter(
        ~_is_answered(),
        state__in=(CardDisputeState.INQUIRY, CardDisputeState.NEEDS_RESPONSE),
        accepted_at=None,
    )
    return asked.order_by("evidence_due_at", "id")


def _is_answered() -> Q:
    given = CardDisputeEvidence.objects.filter(dispute=OuterRef("pk"), problem="")
    is_inquired = Q(state=CardDisputeState.INQUIRY)
    return Exists(given.filter(submitted_at=None)) | (is_inquired & Exists(given))


def is_answerable(dispute: CardDispute) -> bool:
    return disputes_to_answer().filter(pk=dispute.pk).exists()


def losses_to_decide() -> QuerySet[CardDispute]:
    lost = CardDispute.objects.filter(state=CardDisputeState.LOST, bears=Bearer.UNDECIDED)
    return lost.order_by("closed_at", "id")


def disputes_with_bank() -> QuerySet[CardDispute]:
    """Answered, or being answered: the bank decides next."""
    waiting = CardDispute.objects.filter(state__in=OPEN)
    with_bank = Q(state=CardDisputeState.UNDER_REVIEW) | Q(accepted_at__isnull=False)
    return waiting.filter(with_bank | _is_answered()).order_by("-id")


def concluded_disputes() -> QuerySet[CardDispute]:
    """Ended, with nothing left to decide, newest first."""
    ended = CardDispute.objects.filter(~Q(bears=Bearer.UNDECIDED), state__in=CONCLUDED)
    return ended.order_by("-closed_at", "-id")


def overturned_to_settle() -> QuerySet[CardDispute]:
    """Won after they were lost: money is held again for work that had ended."""
    won = CardDispute.objects.filter(
        state=CardDisputeState.WON,
        overturned_at__isnull=False,
        charge__escrow__state=EscrowState.HELD,
    )
    return won.order_by("closed_at", "id")


def is_settleable(dispute: CardDispute) -> bool:
    return overturned_to_settle().filter(pk=dispute.pk).exists()


def disputes_due_soon() -> QuerySet[CardDispute]:
    """To be answered within the first of the warning times."""
    near = timezone.now() + timedelta(days=max(WARNING_DAYS))
    return disputes_to_answer().filter(evidence_due_at__lte=near)
