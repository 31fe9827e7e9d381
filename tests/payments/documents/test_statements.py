"""Statements equal the ledger to the cent, and are printed the same for ever."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketplace.core.data.actors import SYSTEM, client
from marketplace.core.data.money import Money
from payments.documents.errors import PeriodNotOver
from payments.documents.models.statements import Statement
from payments.documents.queries.statements import OF_ORGANISATION as WORDS_OF_ORGANISATION
from payments.documents.queries.statements import OF_PERSON as WORDS_OF_PERSON
from payments.documents.queries.statements import statement_parts
from payments.documents.queries.years import year_parts
from payments.documents.services.statements import (
    issue_month,
    issue_year,
    month_after,
    print_statement,
)
from payments.escrows.models.escrows import Escrow
from payments.ledger.chart import MOVEMENTS, AccountKind
from payments.ledger.models import Entry
from payments.payouts.models.payouts import Payout
from payments.payouts.services.payouts import clear_payout, request_payout
from payments.refunds.services.refunds import refund_escrow, refund_part
from payments.releases.services.recalls import recall_release
from payments.releases.services.releases import release_escrow, release_part
from tests.factories.payments import make_held_escrow, make_payout, make_ready
from tests.payments.books import posted_on

pytestmark = [pytest.mark.django_db]

OF_PERSON = (
    AccountKind.PAYEE_AVAILABLE,
    AccountKind.PAYEE_CLEARING,
    AccountKind.PAYEE_RECEIVABLE,
)
OF_ORGANISATION = (AccountKind.HELD,)
OCTOBER, NOVEMBER, DECEMBER = (date(2026, month, 1) for month in (10, 11, 12))


@pytest.fixture(autouse=True)
def _clearing(settings):
    settings.CLEARING_DAYS = 5


def stands(of, kinds, currency: str, until: datetime) -> int:
    """What the entries sum to, whatever the statement says."""
    owners = [of.pk]
    if kinds == OF_ORGANISATION:
        owners = list(Escrow.objects.filter(payer=of).values_list("pk", flat=True))
    found = Entry.objects.filter(
        account__kind__in=kinds,
        account__owner_id__in=owners,
        account__currency=currency,
        transfer__posted_at__lt=until,
    )
    return found.aggregate(total=Sum("amount"))["total"] or 0


@pytest.fixture
def busy(time_machine, organisation, freelancer_person):
    """Months in which much happens, to both sides."""
    both = (organisation, freelancer_person)
    act = {"by": client(None), "why": "agreed"}
    make_ready(freelancer_person)
    with posted_on(2026, 10, 31, 23, 59, 59):
        recalled = make_payout(*both, amount=100_000)
        sent = make_payout(*both)
        clear_payout(payout=sent)
        make_held_escrow(*both, amount=7_700, currency="JPY")
    with posted_on(2026, 11, 1):
        request_payout(payout=Payout.objects.get(pk=sent.pk), by=SYSTEM)
        escrow = make_held_escrow(*both)
        refund_part(escrow=escrow, part=Money(20_001, "USD"), **act)
        release_part(escrow=escrow, part=Money(100_000, "USD"), **act)
        recall_release(escrow=recalled.escrow, part=Money(50_000, "USD"), **act)
    with posted_on(2026, 12, 1):
        release_escrow(escrow=escrow, **act)
    time_machine.move_to(datetime(2026, 12, 3, tzinfo=UTC))


@pytest.mark.parametrize("month", [OCTOBER, NOVEMBER, DECEMBER])
def test_each_month_equals_the_ledger_to_the_cent(busy, organisation, freelancer_person, month):
    after = month_after(month)
    start, end = (datetime(day.year, day.month, 1, tzinfo=UTC) for day in (month, after))
    for of, kinds in ((freelancer_person, OF_PERSON), (organisation, OF_ORGANISATION)):
        for part in statement_parts(of, month, after):
            assert part.opening.minor == stands(of, kinds, part.currency, start)
            assert part.closing.minor == stands(of, kinds, part.currency, end)
            moved = sum(line.money.minor for line in part.lines)
            assert part.closing.minor - part.opening.minor == moved


def test_a_freelancer_reads_what_moved(busy, freelancer_person):
    (part,) = statement_parts(freelancer_person, NOVEMBER, DECEMBER)
    assert [(line.what, str(line.money), str(line.fee)) for line in part.lines] == [
        ("Sent to your account", "-3,864.00 USD", "0.00 USD"),
        ("Released to you", "920.00 USD", "80.00 USD"),
        ("A release taken back", "-460.00 USD", "-40.00 USD"),
    ]
    assert {line.party for line in part.lines} == {"Northwind Telecom"}
    assert {line.work for line in part.lines} == {"Model and evaluation"}


def test_a_client_reads_what_was_held(busy, organisation):
    yen, dollars = statement_parts(organisation, NOVEMBER, DECEMBER)
    held = Money(7_700, "JPY")
    assert (yen.currency, yen.opening, yen.closing, yen.lines) == ("JPY", held, held, [])
    assert [(line.what, str(line.money)) for line in dollars.lines] == [
        ("Paid, held", "4,200.00 USD"),
        ("On its way back to you", "-200.01 USD"),
        ("Released to the freelancer", "-1,000.00 USD"),
        ("A release taken back", "500.00 USD"),
        ("On its way back to you", "-500.00 USD"),
    ]


def test_the_year_is_the_sum_of_its_months(busy, organisation, freelancer_person):
    for of in (organisation, freelancer_person):
        for part in year_parts(of, 2026):
            moved = [part.total(name) for name in ("into", "back", "out", "other")]
            assert part.opening + sum(moved, Money(0, part.currency)) == part.closing
            assert part.months[-1].closing == part.closing


def test_the_year_tells_a_freelancer_gross_fee_and_net(busy, freelancer_person):
    (part,) = year_parts(freelancer_person, 2026)
    figures = [part.total(name) for name in ("gross", "fee", "into", "back", "out")]
    gross = 100_000 + 420_000 + 100_000 + 299_999
    fee = 8_000 + 33_600 + 8_000 + 24_000
    assert [figure.minor for figure in figures] == [gross, fee, gross - fee, -46_000, -386_400]


def test_a_month_is_printed_when_it_is_over(busy, freelancer_person, time_machine):
    with pytest.raises(PeriodNotOver):
        issue_month(of=freelancer_person, month=DECEMBER)
    with pytest.raises(PeriodNotOver):
        issue_year(of=freelancer_person, year=2026)
    assert Statement.objects.count() == 0
    time_machine.move_to(datetime(2027, 1, 1, tzinfo=UTC))
    december = issue_month(of=freelancer_person, month=DECEMBER)
    assert str(december) == "Monthly statement 2026-12"
    assert str(issue_year(of=freelancer_person, year=2026)) == "Yearly summary 2026"


def test_printed_again_it_is_the_same_to_the_byte(busy, freelancer_person):
    first = issue_month(of=freelancer_person, month=NOVEMBER)
    before = print_statement(statement=first)
    freelancer_person.name = "Fay Married"
    freelancer_person.save()
    again = issue_month(of=freelancer_person, month=NOVEMBER)
    assert (again, print_statement(statement=again)) == (first, before)
    assert before[:5] == b"%PDF-"


def test_what_was_printed_is_never_changed(busy, organisation):
    issue_month(of=organisation, month=NOVEMBER)
    with pytest.raises(DatabaseError, match="Cannot update or delete"):
        connection.cursor().execute("DELETE FROM payments_statement")


def test_a_month_in_which_nothing_moved_says_so(time_machine, freelancer_person):
    time_machine.move_to(datetime(2026, 12, 1, tzinfo=UTC))
    statement = issue_month(of=freelancer_person, month=NOVEMBER)
    assert statement.facts["parts"] == []
    assert print_statement(statement=statement)[:5] == b"%PDF-"


@pytest.mark.parametrize("title", ["#panic()", "*bold* $x$ \\", 'a "b" </x> 日本', "]"])
def test_what_people_typed_is_printed_and_never_run(title, time_machine, freelancer_person):
    with posted_on(2026, 11, 3):
        make_payout(None, freelancer_person, title=title)
    time_machine.move_to(datetime(2026, 12, 3, tzinfo=UTC))
    statement = issue_month(of=freelancer_person, month=NOVEMBER)
    assert statement.facts["parts"][0]["rows"][0][2].startswith(title)
    assert print_statement(statement=statement)[:5] == b"%PDF-"


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(["release", "part", "back", "all back", "recall"]), max_size=6))
def test_whatever_was_done_statements_agree_with_the_books(acts):
    escrow = make_held_escrow()
    for number, name in enumerate(acts, 1):
        do(escrow, name, Money(number * 1_001, "USD"))
    first, after = date(2020, 1, 1), date(2100, 1, 1)
    for of, kinds in ((escrow.payee, OF_PERSON), (escrow.payer, OF_ORGANISATION)):
        parts = statement_parts(of, first, after)
        now = stands(of, kinds, "USD", datetime(2100, 1, 1, tzinfo=UTC))
        assert sum(part.closing.minor for part in parts) == now


def do(escrow: Escrow, name: str, part: Money) -> None:
    """The act, if the escrow is in a state for it."""
    escrow.refresh_from_db()
    why = {"by": client(None), "why": "agreed"}
    if name == "recall" and escrow.state == "released" and escrow.released > part.minor:
        recall_release(escrow=escrow, part=part, **why)
    if escrow.state != "held":
        return
    if name == "release":
        release_escrow(escrow=escrow, **why)
    if name == "all back":
        refund_escrow(escrow=escrow, **why)
    if name == "part" and escrow.left > part.minor:
        release_part(escrow=escrow, part=part, **why)
    if name == "back" and escrow.left > part.minor:
        refund_part(escrow=escrow, part=part, **why)


def test_every_movement_of_somebodys_money_has_its_words():
    """Two that only move between a person's own accounts change nothing that is theirs."""
    inside = {"cleared", "receivable_settled"}
    touching = {
        kinds: {
            movement.code
            for movement in MOVEMENTS.values()
            for leg in movement.legs
            if {leg.source, leg.target} & set(kinds)
        }
        for kinds in (OF_PERSON, OF_ORGANISATION)
    }
    assert touching[OF_PERSON] - inside == set(WORDS_OF_PERSON)
    assert touching[OF_ORGANISATION] == set(WORDS_OF_ORGANISATION)
