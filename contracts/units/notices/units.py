"""Milestones: funded, delivered, sent back, approved, refunded, and the reminders between."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from accounts.letters.texts import Quotation, subject_line
from accounts.notices.registry import Notice, notice_for
from contracts.agreements.notices.people import client_people, hirers, hirers_without_receipt
from contracts.units.notices.people import about_unit, missed, on_unit, unit_of
from marketplace.core.data.actors import MODERATOR
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from marketplace.core.text.markdown import as_text
from marketplace.core.text.moments import moment


@notice_for("milestone.funded")
def funded(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    contract = unit.contract
    yield about_unit(
        unit,
        [contract.freelancer],
        on_unit("{} is held for", unit, unit.price),
        f"You can begin. When the deliverables are approved you receive "
        f"{unit.payee_receives}, after the fee of {unit.fee}.",
    )
    yield about_unit(
        unit,
        hirers_without_receipt(contract),
        on_unit("{} is held for", unit, unit.price),
        f"{contract.freelancer} has been told to begin. Nothing is released before the "
        "deliverables are approved.",
    )


@notice_for("milestone.submitted")
def submitted(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    submission = unit.submissions.get(round=event.particulars["round"])
    yield about_unit(
        unit,
        hirers(unit.contract),
        on_unit("{} has delivered", unit, event.actor),
        [
            f"Approve it or request changes until {moment(submission.review_ends_at)}. "
            f"Without an answer it is approved then, and {_told(event)} is released.",
            Quotation(as_text(submission.note)),
        ],
        action="Review it",
    )


@notice_for("milestone.review_reminded")
def review_reminded(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    submission = unit.submissions.get(round=event.particulars["round"])
    last = event.particulars["when"] == "last day"
    subject = on_unit("Last day to review" if last else "Review", unit)
    yield about_unit(
        unit,
        hirers(unit.contract),
        subject,
        f"Without an answer it is approved on {moment(submission.review_ends_at)}, "
        f"and {_told(event)} is released to {unit.contract.freelancer}.",
        action="Review it",
    )


@notice_for("milestone.returned")
def returned(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    yield about_unit(
        unit,
        [unit.contract.freelancer],
        on_unit("Changes requested on", unit),
        ["Not met:", *missed(event)],
    )


@notice_for("milestone.approved")
def approved(event: Event) -> Iterable[Notice]:
    """Told together with the release, which happens in the same moment."""
    unit = unit_of(event)
    contract = unit.contract
    by = "when the review period ended" if event.actor is None else f"by {event.actor}"
    said = as_text(event.why)
    if event.role == MODERATOR:
        by, said = "by our staff, because a side could not act", event.why
    yield about_unit(
        unit,
        [contract.freelancer],
        on_unit("Approved:", unit),
        [
            f"It was approved {by}. {_told(event)} is released: {_told(event, 'receives')} for "
            f"you, {_told(event, 'fee')} fee.",
            Quotation(said),
        ],
    )
    yield about_unit(
        unit,
        client_people(contract),
        on_unit("Approved:", unit),
        [
            f"It was approved {by}. {_told(event)} of the held funds is released to "
            f"{contract.freelancer}.",
            Quotation(said),
        ],
    )


@notice_for("milestone.refunded")
def refunded(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    contract = unit.contract
    subject = on_unit("{} refunded for", unit, _told(event))
    yield about_unit(
        unit,
        [contract.freelancer],
        subject,
        [f"The held funds go back to {contract.organisation} in full.", Quotation(event.why)],
    )
    yield about_unit(
        unit,
        client_people(contract),
        subject,
        [
            "The held funds are on their way back to you in full, by the way they came.",
            Quotation(event.why),
        ],
    )


@notice_for("milestone.silence_warned")
def silence_warned(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    free_at = datetime.fromisoformat(event.particulars["free_at"])
    yield about_unit(
        unit,
        [unit.contract.freelancer],
        subject_line("Say where {} of “{}” stands", unit.name, unit.contract.title),
        f"From {moment(free_at)} the client may take the held funds back, unless you "
        "deliver or post a progress note before.",
        url=reverse("contracts:progress", args=[unit.contract.public_id]),
        action="Post a progress note",
    )


@notice_for("milestone.charged_back")
def charged_back(event: Event) -> Iterable[Notice]:
    """The bank's decision is told by payments; this is what it means for the work."""
    unit = unit_of(event)
    contract = unit.contract
    yield about_unit(
        unit,
        [contract.freelancer, *client_people(contract)],
        on_unit("Ended:", unit),
        f"The card holder’s bank took the payment of {unit.price} back, so nothing is held "
        f"for it any more. The {unit.of_kind.noun} has ended; nothing more is to be delivered "
        "for it.",
    )


@notice_for("milestone.payment_undisputed")
def undisputed(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    contract = unit.contract
    ends = unit.review_ends_at
    review = f" The review period ends on {moment(ends)}." if ends else ""
    yield about_unit(
        unit,
        [contract.freelancer, *hirers(contract)],
        on_unit("Work goes on:", unit),
        f"The dispute at the bank is over and {unit.held_in.held} is held.{review}",
    )


def _told(event: Event, name: str = "amount") -> Money:
    """A sum as it was when it happened; events from before it was kept say the price."""
    unit = unit_of(event)
    return Money(event.particulars.get(name, unit.amount), unit.currency)
