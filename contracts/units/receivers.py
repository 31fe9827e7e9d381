"""News from the apps below, in the transaction that made it true."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from contracts.milestones.models import Milestone
from contracts.units.services.cancellations import end_refunded
from contracts.units.services.card_disputes import (
    end_charged_back,
    note_dispute,
    resume_after_dispute,
)
from contracts.units.services.funding import mark_funded
from contracts.units.services.locks import lock_milestone
from contracts.units.services.reviews import mark_released
from marketplace.core.data.actors import Actor
from payments.card_disputes.signals import escrow_charged_back, escrow_disputed, escrow_undisputed
from payments.charges.signals import escrow_funded
from payments.escrows.models.escrows import Escrow
from payments.escrows.signals import escrow_locking
from payments.refunds.models import Refund
from payments.refunds.signals import escrow_refunded
from payments.releases.signals import escrow_released


@receiver(escrow_locking)
def lock_unit_first(escrow: Escrow, **_: Any) -> None:
    for milestone in _milestones_of(escrow):
        lock_milestone(milestone)


@receiver(escrow_funded)
def begin_work(escrow: Escrow, **_: Any) -> None:
    for milestone in _milestones_of(escrow):
        mark_funded(milestone=milestone)


@receiver(escrow_released)
def settle_milestone(escrow: Escrow, **_: Any) -> None:
    for milestone in _milestones_of(escrow):
        mark_released(milestone=milestone)


@receiver(escrow_refunded)
def end_refunded_milestone(escrow: Escrow, refund: Refund, actor: Actor, **_: Any) -> None:
    for milestone in _milestones_of(escrow):
        end_refunded(milestone=milestone, amount=refund.money, by=actor, why=refund.reason)


@receiver(escrow_disputed)
def rest_milestone(escrow: Escrow, **_: Any) -> None:
    for milestone in _milestones_of(escrow):
        note_dispute(milestone=milestone)


@receiver(escrow_undisputed)
def resume_milestone(escrow: Escrow, since: datetime, **_: Any) -> None:
    for milestone in _milestones_of(escrow):
        resume_after_dispute(milestone=milestone, since=since)


@receiver(escrow_charged_back)
def end_milestone(escrow: Escrow, **_: Any) -> None:
    for milestone in _milestones_of(escrow):
        end_charged_back(milestone=milestone)


def _milestones_of(escrow: Escrow) -> list[Milestone]:
    """The one milestone that the escrow was opened for; none for what is no part of a contract.

    Asked once for each escrow in hand: it never changes.
    """
    milestone = getattr(escrow, "milestone", None) if escrow.group_id else None
    return [milestone] if milestone else []
