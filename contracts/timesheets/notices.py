"""Weeks: funded, unpaid, handed in, contested, approved, refunded."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from accounts.letters.texts import Quotation
from accounts.notices.registry import Notice, notice_for
from contracts.agreements.notices.people import client_people, hirers, hirers_without_receipt
from contracts.timesheets.models.sheets import sheet_of
from contracts.timesheets.queries.quotations import by_task, line_told, quoted_line
from contracts.timesheets.states import Ground
from contracts.units.notices.people import about_unit, on_unit, unit_of
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from marketplace.core.text.durations import hours_and_minutes
from marketplace.core.text.moments import moment


@notice_for("week.funded")
def funded(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    week, contract = unit.week, unit.contract
    assert week.opens_at is not None  # its money gave it its days
    assert week.closes_at is not None
    yield about_unit(
        unit,
        [contract.freelancer],
        on_unit("{} is held for", unit, unit.price),
        f"Paid time runs from {moment(week.opens_at)}, at most {week.limit_hours} hours. Write "
        f"it down until {moment(week.closes_at)}; what is approved is paid, less the fee.",
        action="Write time down",
    )
    yield about_unit(
        unit,
        hirers_without_receipt(contract),
        on_unit("{} is held for", unit, unit.price),
        f"{contract.freelancer} has been told. You see every line as it is written down; what "
        "the week does not use pays for the next one.",
    )


@notice_for("week.left_unpaid")
def left_unpaid(event: Event) -> Iterable[Notice]:
    """Both hear why, what to do, and until when."""
    unit = unit_of(event)
    contract = unit.contract
    why = event.particulars["sentence"]
    ends = f" until {moment(unit.ends_at)}" if unit.ends_at else ""
    if not event.particulars.get("is_payer_told"):
        yield about_unit(
            unit,
            client_people(contract),
            on_unit("Not paid:", unit),
            [
                Quotation(why),
                f"Pay {unit.to_charge} by hand; time is paid from then on{ends}. A saved payment "
                "method pays the weeks after it.",
            ],
            url=reverse("contracts:week_funding", args=[unit.public_id]),
            action="Pay for the week",
        )
    yield about_unit(
        unit,
        [contract.freelancer],
        on_unit("Not paid:", unit),
        f"{contract.organisation} could not be charged for it, and was told. Do not work in it "
        "before you hear that its money is held.",
    )


@notice_for("week.submitted")
def submitted(event: Event) -> Iterable[Notice]:
    """The weekly summary, to both."""
    unit = unit_of(event)
    contract = unit.contract
    worked = hours_and_minutes(event.particulars["seconds"])
    amount = _told(event)
    until = moment(unit.review_ends_at) if unit.review_ends_at else "Friday"
    yield about_unit(
        unit,
        hirers(contract),
        on_unit("{} worked in", unit, worked),
        [
            f"{contract.freelancer} wrote down {worked}, {amount}. {_unused(event)}",
            f"Approve it or contest single lines until {until}. Without an answer it is approved "
            "then.",
            *by_task(event),
        ],
        action="Look at the lines",
    )
    yield about_unit(
        unit,
        [contract.freelancer],
        on_unit("{} handed in for", unit, worked),
        [
            f"The week is closed: {worked}, {amount}. {contract.organisation} answers until "
            f"{until}; without an answer it is approved then.",
            *by_task(event),
        ],
    )


@notice_for("week.review_reminded")
def review_reminded(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    if unit.review_ends_at is None:
        return
    yield about_unit(
        unit,
        hirers(unit.contract),
        on_unit("Last day to answer", unit),
        f"Without an answer it is approved on {moment(unit.review_ends_at)}, and what is not "
        f"contested is released to {unit.contract.freelancer}.",
        action="Look at the lines",
    )


@notice_for("week.contested")
def contested(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    tasks = [line_told(number) for number in event.particulars["lines"]]
    yield about_unit(
        unit,
        [unit.contract.freelancer],
        on_unit("Contested: lines of", unit),
        [
            f"{Ground(event.particulars['ground']).label}. The lines stay held until you give "
            "them up or the client accepts them; the rest of the week is paid.",
            Quotation(event.why),
            *(Quotation(task) for task in tasks),
        ],
        url=f"{unit.get_absolute_url()}#lines",
        action="Look at the lines",
    )


@notice_for("week.line_conceded")
def line_conceded(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    yield about_unit(
        unit,
        client_people(unit.contract),
        on_unit("Given up: a line of", unit),
        ["It is not paid, and its money comes back to you.", quoted_line(event)],
    )


@notice_for("week.line_accepted")
def line_accepted(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    yield about_unit(
        unit,
        [unit.contract.freelancer],
        on_unit("Accepted after all: a line of", unit),
        ["It is no longer contested, and is paid.", quoted_line(event)],
    )


@notice_for("week.approved", "week.part_approved")
def approved(event: Event) -> Iterable[Notice]:
    """Told together with the release, which happens in the same moment."""
    unit = unit_of(event)
    contract = unit.contract
    by = "when the time to answer ended" if event.actor is None else f"by {event.actor}"
    held = event.particulars.get("held")
    rest = f" {Money(held, unit.currency)} is contested and stays held." if held else ""
    yield about_unit(
        unit,
        [contract.freelancer],
        on_unit("Approved:", unit),
        [
            f"It was approved {by}. {_told(event)} is released: {_told(event, 'receives')} for "
            f"you, {_told(event, 'fee')} fee.{rest}",
            Quotation(event.why),
        ],
    )
    yield about_unit(
        unit,
        client_people(contract),
        on_unit("Approved:", unit),
        [
            f"It was approved {by}. {_told(event)} of the held funds is released to "
            f"{contract.freelancer}.{rest}",
            Quotation(event.why),
        ],
    )


@notice_for("week.carried")
def carried(event: Event) -> Iterable[Notice]:
    """A week without a line: nothing of it is lost, so that both hear the same."""
    unit = unit_of(event)
    contract = unit.contract
    back = _told(event, "back")
    rest = f" {back} goes back to {contract.organisation}." if back else ""
    yield about_unit(
        unit,
        [contract.freelancer, *client_people(contract)],
        on_unit("{} was not used in", unit, _told(event)),
        [f"It stays held and pays for the next week.{rest}", Quotation(event.why)],
    )


@notice_for("week.refunded")
def refunded(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    contract = unit.contract
    subject = on_unit("{} refunded for", unit, _told(event))
    yield about_unit(
        unit,
        [contract.freelancer],
        subject,
        [f"The held funds go back to {contract.organisation}.", Quotation(event.why)],
    )
    yield about_unit(
        unit,
        client_people(contract),
        subject,
        [
            "The held funds are on their way back to you, by the way they came.",
            Quotation(event.why),
        ],
    )


@notice_for("week.cancelled")
def cancelled(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    contract = unit.contract
    yield about_unit(
        unit,
        [contract.freelancer, *hirers(contract)],
        on_unit("Ended:", unit),
        ["Nothing was paid for it, and nothing is to be done in it.", Quotation(event.why)],
    )


@notice_for("week.timer_asked")
def timer_asked(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    since = moment(datetime.fromisoformat(event.particulars["since"]))
    closes = sheet_of(unit).closes_at
    yield about_unit(
        unit,
        [unit.contract.freelancer],
        on_unit("Does your timer still run for", unit),
        f"It was started on {since}, and its page has not been heard of for four hours. Say when "
        f"you stopped{f', until {moment(closes)}' if closes else ''}: nothing is written down "
        "without you.",
        url=reverse("contracts:timer_stop"),
        action="Say when you stopped",
    )


@notice_for("week.charged_back")
def charged_back(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    contract = unit.contract
    yield about_unit(
        unit,
        [contract.freelancer, *client_people(contract)],
        on_unit("Ended:", unit),
        "The card holder’s bank took the payment back, so nothing is held for it any more.",
    )


@notice_for("week.payment_undisputed")
def undisputed(event: Event) -> Iterable[Notice]:
    unit = unit_of(event)
    contract = unit.contract
    yield about_unit(
        unit,
        [contract.freelancer, *hirers(contract)],
        on_unit("It goes on:", unit),
        f"The dispute at the bank is over and {unit.held_in.held} is held.",
    )


def _told(event: Event, name: str = "amount") -> Money:
    unit = unit_of(event)
    return Money(event.particulars.get(name, unit.amount), unit.currency)


def _unused(event: Event) -> str:
    """What became of what the week did not use."""
    currency = unit_of(event).currency
    carried = Money(event.particulars.get("carried", 0), currency)
    back = Money(event.particulars.get("unused", 0), currency) - carried
    pays = f"{carried} was not used and pays for the next week." if carried else ""
    goes = f"{back} was not used and goes back to you." if back else ""
    return f"{pays} {goes}".strip()
