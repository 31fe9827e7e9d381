"""Periods: funded, unpaid, over, reported, missed, approved, refunded."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone

from accounts.letters.texts import Quotation
from accounts.notices.registry import Builder, Notice, notice_for
from contracts.agreements.notices.people import client_people, hirers, hirers_without_receipt
from contracts.retainers.queries.periods import NOUN, report_of
from contracts.timesheets.notices import timer_asked
from contracts.units.notices import units
from contracts.units.notices.people import about_unit, on_unit, unit_of
from marketplace.core.data.models import Event
from marketplace.core.text.markdown import as_text
from marketplace.core.text.moments import moment

AS_ANY_UNIT: dict[str, Builder] = {
    "approved": units.approved,
    "refunded": units.refunded,
    "charged_back": units.charged_back,
    "payment_undisputed": units.undisputed,
    "timer_asked": timer_asked,
}
for verb, builder in AS_ANY_UNIT.items():
    notice_for(f"{NOUN}.{verb}")(builder)


@notice_for("period.funded")
def funded(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    contract = unit.contract
    assert unit.starts_at is not None  # a period is laid down with its days
    assert unit.ends_at is not None
    yield about_unit(
        unit,
        [contract.freelancer],
        on_unit("{} is held for", unit, unit.price),
        f"It runs from {moment(unit.starts_at)} to {moment(unit.ends_at)}. Its report is due by "
        f"{moment(unit.period.report_due_at)}; when it is approved you receive "
        f"{unit.payee_receives}, after the fee of {unit.fee}.",
    )
    yield about_unit(
        unit,
        hirers_without_receipt(contract),
        on_unit("{} is held for", unit, unit.price),
        f"{contract.freelancer} has been told. You see every line of time as it is written down; "
        "nothing is released before the report of the period is approved.",
    )


@notice_for("period.left_unpaid")
def left_unpaid(event: Event) -> Iterable[Notice]:
    """Both hear why, what to do, and until when; nobody hears of it once it is paid."""
    unit = unit_of(event)
    contract = unit.contract
    grace_ends_at = unit.period.grace_ends_at
    rests = f"Without it the contract rests from {moment(grace_ends_at)}."
    if grace_ends_at <= timezone.now():
        rests = "The contract rests until it is paid."
    if not event.particulars.get("is_payer_told"):
        yield about_unit(
            unit,
            client_people(contract),
            on_unit("Not paid:", unit),
            [
                Quotation(event.particulars["sentence"]),
                f"Pay {unit.to_charge} by hand. {rests} A saved payment method pays the periods "
                "after it.",
            ],
            url=reverse("contracts:period_funding", args=[unit.public_id]),
            action="Pay for the period",
        )
    yield about_unit(
        unit,
        [contract.freelancer],
        on_unit("Not paid:", unit),
        f"{contract.organisation} could not be charged for it, and was told. {rests} Do not work "
        "in it before you hear that its money is held.",
    )


@notice_for("period.ended")
def ended(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    yield about_unit(
        unit,
        [unit.contract.freelancer],
        on_unit("It is over, and its report is due:", unit),
        f"Hand the report in by {moment(unit.period.report_due_at)}. {unit.outstanding} stays held "
        "until it is approved.",
        url=reverse("contracts:period_report", args=[unit.public_id]),
        action="Write the report",
    )


@notice_for("period.report_missed")
def report_missed(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    contract = unit.contract
    subject = on_unit("The report is missing of", unit)
    due = moment(unit.period.report_due_at)
    yield about_unit(
        unit,
        [contract.freelancer],
        subject,
        f"It was due by {due}. {unit.outstanding} stays held, and nothing is approved by silence, "
        "until you hand it in.",
        url=reverse("contracts:period_report", args=[unit.public_id]),
        action="Write the report",
    )
    yield about_unit(
        unit,
        hirers(contract),
        subject,
        f"It was due by {due}, and {contract.freelancer} was asked for it. {unit.outstanding} "
        "stays held until it is there. You may wait, or approve without it.",
    )


@notice_for("period.submitted")
def submitted(event: Event) -> Iterable[Notice]:
    """To the client, with the choice; not where they approved without a report."""
    unit = unit_of(event)
    report = report_of(unit.period)
    if report is None or unit.review_ends_at is None:
        return
    yield about_unit(
        unit,
        hirers(unit.contract),
        on_unit("{}:", unit, report.get_choice_display()),
        [
            f"{unit.contract.freelancer} reports {unit.name}. {report.metric}: {report.measured}, "
            f"against {report.baseline}. Approve it until {moment(unit.review_ends_at)}; without "
            f"an answer it is approved then, and {unit.outstanding} is released.",
            Quotation(as_text(report.because)),
        ],
        url=reverse("contracts:period_approval", args=[unit.public_id]),
        action="Read the report",
    )


@notice_for("period.review_reminded")
def review_reminded(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    if unit.review_ends_at is None:
        return
    yield about_unit(
        unit,
        hirers(unit.contract),
        on_unit("Last day to answer the report of", unit),
        f"Without an answer it is approved on {moment(unit.review_ends_at)}, and "
        f"{unit.outstanding} is released to {unit.contract.freelancer}.",
        url=reverse("contracts:period_approval", args=[unit.public_id]),
        action="Read the report",
    )


@notice_for("period.cancelled")
def cancelled(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    contract = unit.contract
    yield about_unit(
        unit,
        [contract.freelancer, *hirers(contract)],
        on_unit("Ended:", unit),
        ["Nothing was paid for it, and nothing is to be done in it.", Quotation(event.why)],
    )


@notice_for("period.moved_on")
def moved_on(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    contract = unit.contract
    assert unit.ends_at is not None
    yield about_unit(
        unit,
        [contract.freelancer, *hirers(contract)],
        on_unit("New days:", unit),
        f"The contract rested for {event.particulars['days']} days. The period is now "
        f"{unit.title}, and ends on {moment(unit.ends_at)}.",
    )
