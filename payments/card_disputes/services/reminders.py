"""Staff are reminded of evidence that is due: each time once."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import events_of, record
from marketplace.core.data.locks import lock
from payments.card_disputes.models import CardDispute
from payments.card_disputes.queries import WARNING_DAYS, disputes_due_soon, is_answerable

DUE_SOON = "card_dispute.due_soon"


def remind_of_card_disputes() -> int:
    """Remind of every dispute whose deadline has come near; returns how many."""
    return sum(_remind(dispute) for dispute in disputes_due_soon()[:500])


@transaction.atomic
def _remind(dispute: CardDispute) -> bool:
    lock(dispute)
    if dispute.evidence_due_at is None or not is_answerable(dispute):
        return False
    left = dispute.evidence_due_at - timezone.now()
    days = min(day for day in WARNING_DAYS if left <= timedelta(days=day))
    due = dispute.evidence_due_at.isoformat()
    told = events_of(dispute).filter(verb=DUE_SOON, particulars__due=due, particulars__days=days)
    if told.exists():
        return False
    record(DUE_SOON, subject=dispute, actor=SYSTEM, particulars={"days": days, "due": due})
    return True
