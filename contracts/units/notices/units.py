"""Milestones: funded, delivered, sent back, approved, refunded, and the reminders between."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from accounts.letters.texts import Quotation, subject_line
from accounts.notices.registry import Notice, notice_for
from contracts.agreements.notices.people import client_people, hirers, hirers_without_receipt
from contracts.milestones.models import Milestone
from contracts.units.notices.people import about_milestone, missed, on_milestone
from marketplace.core.data.actors import MODERATOR
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from marketplace.core.text.markdown import as_text
from marketplace.core.text.moments import moment


@notice_for("milestone.funded")
def funded(event: Event) -> Iterable[Notice]:
    milestone: Milestone = event.subject
    contract = milestone.contract
    yield about_milestone(
        milestone,
        [contract.freelancer],
        on_milestone("{} is held for", milestone, milestone.price),
        f"You can begin. When the deliverables are approved you receive "
        f"{milestone.payee_receives}, after the fee of {milestone.fee}.",
    )
    yield about_milestone(
        milestone,
        hirers_without_receipt(contract),
        on_milestone("{} is held for", milestone, milestone.price),
        f"{contract.freelancer} has been told to begin. Nothing is released before the "
        "deliverables are approved.",
    )


@notice_for("milestone.submitted")
def submitted(event: Event) -> Iterable[Notice]:
    milestone: Milestone = event.subject
    submission = milestone.submissions.get(round=event.particulars["round"])
    yield about_milestone(
        milestone,
        hirers(milestone.contract),
        on_milestone("{} has delivered", milestone, event.actor),
        [
            f"Approve it or request changes until {moment(submission.review_ends_at)}. "
            f"Without an answer it is approved then, and {_told(event)} is released.",
            Quotation(as_text(submission.note)),
        ],
        action="Review it",
    )


@notice_for("milestone.review_reminded")
def review_reminded(event: Event) -> Iterable[Notice]:
    milestone: Milestone = event.subject
    submission = milestone.submissions.get(round=event.particulars["round"])
    last = event.particulars["when"] == "last day"
    subject = on_milestone("Last day to review" if last else "Review", milestone)
    yield about_milestone(
        milestone,
        hirers(milestone.contract),
        subject,
        f"Without an answer it is approved on {moment(submission.review_ends_at)}, "
        f"and {_told(event)} is released to {milestone.contract.freelancer}.",
        action="Review it",
    )


@notice_for("milestone.returned")
def returned(event: Event) -> Iterable[Notice]:
    milestone: Milestone = event.subject
    yield about_milestone(
        milestone,
        [milestone.contract.freelancer],
        on_milestone("Changes requested on", milestone),
        ["Not met:", *missed(event)],
    )


@notice_for("milestone.approved")
def approved(event: Event) -> Iterable[Notice]:
    """Told together with the release, which happens in the same moment."""
    milestone: Milestone = event.subject
    contract = milestone.contract
    by = "when the review period ended" if event.actor is None else f"by {event.actor}"
    said = as_text(event.why)
    if event.role == MODERATOR:
        by, said = "by our staff, because a side could not act", event.why
    yield about_milestone(
        milestone,
        [contract.freelancer],
        on_milestone("Approved:", milestone),
        [
            f"It was approved {by}. {_told(event)} is released: {_told(event, 'receives')} for "
            f"you, {_told(event, 'fee')} fee.",
            Quotation(said),
        ],
    )
    yield about_milestone(
        milestone,
        client_people(contract),
        on_milestone("Approved:", milestone),
        [
            f"It was approved {by}. {_told(event)} of the held funds is released to "
            f"{contract.freelancer}.",
            Quotation(said),
        ],
    )


@notice_for("milestone.refunded")
def refunded(event: Event) -> Iterable[Notice]:
    milestone: Milestone = event.subject
    contract = milestone.contract
    subject = on_milestone("{} refunded for", milestone, _told(event))
    yield about_milestone(
        milestone,
        [contract.freelancer],
        subject,
        [f"The held funds go back to {contract.organisation} in full.", Quotation(event.why)],
    )
    yield about_milestone(
        milestone,
        client_people(contract),
        subject,
        [
            "The held funds are on their way back to you in full, by the way they came.",
            Quotation(event.why),
        ],
    )


@notice_for("milestone.silence_warned")
def silence_warned(event: Event) -> Iterable[Notice]:
    milestone: Milestone = event.subject
    free_at = datetime.fromisoformat(event.particulars["free_at"])
    yield about_milestone(
        milestone,
        [milestone.contract.freelancer],
        subject_line(
            "Say where milestone {} of “{}” stands", milestone.position, milestone.contract.title
        ),
        f"From {moment(free_at)} the client may take the held funds back, unless you "
        "deliver or post a progress note before.",
        url=reverse("contracts:progress", args=[milestone.contract.public_id]),
        action="Post a progress note",
    )


@notice_for("milestone.charged_back")
def charged_back(event: Event) -> Iterable[Notice]:
    """The bank's decision is told by payments; this is what it means for the work."""
    milestone: Milestone = event.subject
    contract = milestone.contract
    yield about_milestone(
        milestone,
        [contract.freelancer, *client_people(contract)],
        on_milestone("Ended:", milestone),
        f"The card holder’s bank took the payment of {milestone.price} back, so nothing is held "
        "for it any more. The milestone has ended; nothing more is to be delivered for it.",
    )


@notice_for("milestone.payment_undisputed")
def undisputed(event: Event) -> Iterable[Notice]:
    milestone: Milestone = event.subject
    contract = milestone.contract
    ends = milestone.review_ends_at
    review = f" The review period ends on {moment(ends)}." if ends else ""
    yield about_milestone(
        milestone,
        [contract.freelancer, *hirers(contract)],
        on_milestone("Work goes on:", milestone),
        f"The dispute at the bank is over and {milestone.held_in.held} is held.{review}",
    )


def _told(event: Event, name: str = "amount") -> Money:
    """A sum as it was when it happened; events from before it was kept say the price."""
    milestone: Milestone = event.subject
    return Money(event.particulars.get(name, milestone.amount), milestone.currency)
