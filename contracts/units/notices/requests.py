"""What one side asks and the other answers: cancellations, and rounds beyond the agreed ones."""

from collections.abc import Iterable

from accounts.letters.texts import Quotation
from accounts.notices.registry import Notice, notice_for
from accounts.people.models import User
from contracts.agreements.notices.people import hirers
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest
from contracts.units.notices.people import about_unit, missed, on_unit
from contracts.units.states import UnitState
from marketplace.core.data.actors import CLIENT
from marketplace.core.data.models import Event


@notice_for("change_request.asked")
def round_asked(event: Event) -> Iterable[Notice]:
    request: ChangeRequest = event.subject
    unit = request.submission.unit
    yield about_unit(
        unit,
        [unit.contract.freelancer],
        on_unit("{} asks for another round on", unit, event.actor),
        [
            "The agreed rounds are used up, so it needs your consent. Not met:",
            *missed(event),
        ],
        action="Answer",
    )


@notice_for("change_request.accepted", "change_request.refused")
def round_answered(event: Event) -> Iterable[Notice]:
    request: ChangeRequest = event.subject
    unit = request.submission.unit
    accepted = event.verb == "change_request.accepted"
    answer = "agrees to" if accepted else "refuses"
    body = (
        "The submission is back with the freelancer."
        if accepted
        else "Decide on the submission as it is: the review period runs on."
    )
    yield about_unit(
        unit,
        hirers(unit.contract),
        on_unit("{} {} another round on", unit, event.actor, answer),
        [body, Quotation(event.why)],
    )


@notice_for("cancellation.asked")
def cancellation_asked(event: Event) -> Iterable[Notice]:
    cancellation: Cancellation = event.subject
    unit = cancellation.unit
    money = (
        f"If you agree, {unit.outstanding} goes back to {unit.contract.organisation} in full."
        if unit.funded_at
        else "Nothing has been paid for it yet."
    )
    yield about_unit(
        unit,
        _side(cancellation, asked=False),
        on_unit("{} asks to cancel", unit, event.actor),
        [f"{money} Nothing moves before you answer.", Quotation(event.why)],
        action="Answer",
    )


@notice_for("cancellation.agreed")
def cancellation_agreed(event: Event) -> Iterable[Notice]:
    """A refund is told by itself; this is for units without money."""
    cancellation: Cancellation = event.subject
    unit = cancellation.unit
    if unit.state == UnitState.CANCELLED:
        yield about_unit(
            unit,
            _side(cancellation, asked=True),
            on_unit("Cancelled:", unit),
            f"{event.actor} agrees. Nothing had been paid for it.",
        )


@notice_for("cancellation.refused")
def cancellation_refused(event: Event) -> Iterable[Notice]:
    cancellation: Cancellation = event.subject
    unit = cancellation.unit
    yield about_unit(
        unit,
        _side(cancellation, asked=True),
        on_unit("{} does not agree to cancel", unit, event.actor),
        [f"The {unit.of_kind.noun} goes on as agreed.", Quotation(event.why)],
    )


@notice_for("cancellation.dropped")
def cancellation_dropped(event: Event) -> Iterable[Notice]:
    """Only when a person took it back; overtaken questions need no word."""
    cancellation: Cancellation = event.subject
    if event.actor is not None:
        yield about_unit(
            cancellation.unit,
            _side(cancellation, asked=False),
            on_unit("{} no longer asks to cancel", cancellation.unit, event.actor),
            f"The {cancellation.unit.of_kind.noun} goes on as agreed.",
        )


def _side(cancellation: Cancellation, *, asked: bool) -> list[User]:
    """The people of the side that asked, or of the other one."""
    contract = cancellation.unit.contract
    is_client = (cancellation.side == CLIENT) == asked
    return hirers(contract) if is_client else [contract.freelancer]
