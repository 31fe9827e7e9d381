"""The client's answer to a week: what nothing speaks against is paid, single lines are contested.

A contested line stays held until one side gives way; the rest is paid, the contract goes on.
"""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from contracts.timesheets.errors import (
    ContestAnswered,
    LineContestedBefore,
    NothingContested,
    WeekNotInReview,
)
from contracts.timesheets.models.entries import TimeContest, TimeEntry
from contracts.timesheets.queries.entries import lines_of, sums_of
from contracts.timesheets.states import CONTEST, ContestState
from contracts.units.models.units import Unit
from contracts.units.services.annulments import annul_unit
from contracts.units.services.completion import close_if_settled
from contracts.units.services.locks import lock_unit
from contracts.units.services.moves import move_unit, record_of_unit
from contracts.units.services.reviews import approve_part, approve_unit
from marketplace.core.data.actors import Actor
from marketplace.core.data.money import Money
from marketplace.core.web.reasons import require_reason
from payments.escrows.states import CancelReason
from payments.refunds.services.refunds import refund_escrow, refund_part
from payments.releases.services.releases import release_part

NOT_PAID = "The freelancer agreed that it is not paid."


@transaction.atomic
def approve_week(*, unit: Unit, by: Actor, why: str = "") -> Unit:
    """Pay what is not contested; the freelancer is told."""
    lock_unit(unit)
    settle_week(unit, by, why)
    return unit


def settle_week(unit: Unit, by: Actor, why: str) -> None:
    """Pay what of a locked week nothing speaks against; contested lines stay held.

    What the freelancer has conceded goes back. An amount that a side moved by hand before
    counts towards what is due.
    """
    if not unit.is_in_review:
        raise WeekNotInReview(name=unit.name, state=unit.get_state_display().lower())
    sums, escrow = sums_of(lines_of(unit)), unit.held_in
    paid = min(max(sums.undisputed - escrow.released, 0), escrow.left)
    held = min(sums.contested, escrow.left - paid)
    back = Money(escrow.left - paid - held, unit.currency)
    if back.minor == escrow.left:
        annul_unit(unit, by=by, because=CancelReason.CANCELLED, why=why or NOT_PAID)
        close_if_settled(unit.contract)
        return
    if back:
        refund_part(escrow=escrow, part=back, by=by, why=NOT_PAID)
    if held:
        approve_part(unit, part=Money(paid, unit.currency), by=by, why=why)
    else:
        approve_unit(unit=unit, by=by, why=why, is_locked=True)


@transaction.atomic
def contest_lines(
    *, unit: Unit, entries: Sequence[TimeEntry], ground: str, why: str, by: Actor
) -> list[TimeContest]:
    """Say of single lines of a week in review why they are not to be paid; nothing moves.

    Raises NothingContested, LineContestedBefore or WeekNotInReview.
    """
    lock_unit(unit)
    require_reason(why)
    if not unit.is_in_review:
        raise WeekNotInReview(name=unit.name, state=unit.get_state_display().lower())
    if not entries:
        raise NothingContested
    contested = TimeContest.objects.filter(entry__in=entries).select_related("entry").first()
    if contested is not None:
        raise LineContestedBefore(line=contested.entry.task)
    made = [
        TimeContest.objects.create(
            entry=entry, ground=ground, reason=why.strip(), opened_by=by.user
        )
        for entry in entries
    ]
    told = {"lines": [entry.pk for entry in entries], "ground": ground}
    record_of_unit(unit, "contested", by=by, why=why.strip(), **told)
    return made


@transaction.atomic
def concede_line(*, contest: TimeContest, by: Actor) -> TimeContest:
    """Give a contested line up: it is not paid, and its money goes back to the client."""
    unit = _lock_open(contest)
    CONTEST.move(contest, "conceded", actor=by, changes={"answered_at": timezone.now()})
    record_of_unit(unit, "line_conceded", by=by, line=contest.entry_id)
    if unit.is_partly_approved:
        part = _amount_of(contest, unit)
        if not _is_last(unit):
            refund_part(escrow=unit.held_in, part=part, by=by, why=NOT_PAID)
        elif unit.held_in.released:
            changes = {"settled_at": timezone.now()}
            move_unit(unit, "conceded", by=by, changes=changes, amount=unit.outstanding.minor)
            refund_escrow(escrow=unit.held_in, by=by, why=NOT_PAID, is_locked=True)
            close_if_settled(unit.contract)
        else:
            annul_unit(unit, by=by, because=CancelReason.CANCELLED, why=NOT_PAID)
            close_if_settled(unit.contract)
    return contest


@transaction.atomic
def drop_contest(*, contest: TimeContest, by: Actor) -> TimeContest:
    """Take the objection to a line back: it is paid with its week, or at once after that."""
    unit = _lock_open(contest)
    CONTEST.move(contest, "dropped", actor=by, changes={"answered_at": timezone.now()})
    record_of_unit(unit, "line_accepted", by=by, line=contest.entry_id)
    if unit.is_partly_approved:
        if _is_last(unit):
            approve_unit(unit=unit, by=by, is_locked=True)
        else:
            part, why = _amount_of(contest, unit), "The line is no longer contested"
            release_part(escrow=unit.held_in, part=part, by=by, why=why)
    return contest


def _lock_open(contest: TimeContest) -> Unit:
    """Lock the week of a contest that waits for an answer."""
    unit: Unit = contest.entry.unit
    lock_unit(unit)
    contest.refresh_from_db(fields=["state"])
    if not contest.is_open or not (unit.is_in_review or unit.is_partly_approved):
        raise ContestAnswered
    return unit


def _amount_of(contest: TimeContest, unit: Unit) -> Money:
    return Money(min(contest.entry.amount or 0, unit.held_in.left), unit.currency)


def _is_last(unit: Unit) -> bool:
    """Whether no other line of the week is contested."""
    lines = TimeContest.objects.filter(entry__unit=unit.pk, state=ContestState.OPEN)
    return not lines.exists()
