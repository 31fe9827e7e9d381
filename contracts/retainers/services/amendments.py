"""Other terms of a retainer: from the next renewal on, and another fee a whole period later."""

from datetime import datetime

from django.utils import timezone

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.models.contracts import Contract
from contracts.retainers.cycle.clock import midnight, months_after
from contracts.retainers.models.periods import Period
from contracts.retainers.queries.periods import NOUN
from contracts.units.states import UnitState
from marketplace.core.data.actors import Actor
from marketplace.core.text.moments import day_of


def check_change(contract: Contract, before: TermsDraft, after: TermsDraft) -> None:
    """Nothing keeps them from being changed: no period that runs has others."""


def holds_from(
    contract: Contract, before: TermsDraft, after: TermsDraft, now: datetime
) -> datetime:
    """Another fee needs a full period's notice (product.md, section 3); all else a renewal."""
    if before.schedule == after.schedule:
        return now
    period = _running(contract, now)
    if period is None:
        return now
    whole = 0 if before.retainer.fee == after.retainer.fee else 1
    return midnight(months_after(period.renews_from, period.renewals + whole))


def carry_out_change(
    contract: Contract, before: TermsDraft, after: TermsDraft, by: Actor, why: str
) -> None:
    """Give a period that is laid down and has not begun its new hours.

    Those that are laid down later ask for the terms of their first day; a fee never changes of a
    period that is laid down.
    """
    since = holds_from(contract, before, after, timezone.now())
    periods = Period.objects.filter(unit__contract=contract, unit__starts_at__gte=since)
    periods.update(included_hours=after.retainer.hours, rolled_seconds=0)


def change_in_words(contract: Contract, before: TermsDraft, after: TermsDraft) -> list[str]:
    """From which day on what is paid for a month, and what is in it."""
    if before.schedule == after.schedule:
        return []
    since = holds_from(contract, before, after, timezone.now())
    head, sentences = f"From {day_of(since.date())}", []
    if before.price != after.price:
        sentences.append(f"{head}: {after.price} a month instead of {before.price}.")
    if _inside(before) != _inside(after):
        sentences.append(f"{head}: {_inside(after)} instead of {_inside(before)}.")
    if before.retainer.response != after.retainer.response:
        hours = ", ".join(map(str, after.retainer.response))
        sentences.append(f"{head} incidents are answered within {hours} business hours.")
    if before.retainer.notice_days != after.retainer.notice_days:
        sentences.append(f"A notice takes {after.retainer.notice_days} days at once.")
    return sentences


def _inside(draft: TermsDraft) -> str:
    promised = draft.retainer
    return f"{promised.hours} hours" if promised.hours else ", ".join(promised.outcomes)


def _running(contract: Contract, now: datetime) -> Period | None:
    """The period that runs, or else the one that ended last."""
    periods = Period.objects.filter(unit__contract=contract, unit__kind=NOUN).exclude(
        unit__state=UnitState.CANCELLED
    )
    begun = periods.filter(unit__starts_at__lte=now).order_by("-unit__position")
    return begun.first()
