"""What pages cost: with lists the same at one row of everything and at three, nothing twice.

Counted with the session and the user; without the note of when the session was last seen.
"""

from collections import Counter
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.api_tokens.services import create_token
from accounts.organisations.models.organisations import Organisation
from accounts.organisations.services.invitations import invite
from accounts.people.models import User
from marketplace.core.data.actors import client, moderator, person
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from payments.reconciliation.models.reconciliations import (
    BalanceLine,
    Reconciliation,
    ReconciliationCase,
)
from payments.staff.models import AdjustmentAct
from payments.staff.services.adjustments import ask_for_adjustment
from projects.briefs.services.moderation import appeal_removal, remove_brief
from tests.factories.accounts import make_case_study, make_organisation
from tests.factories.contracts import deliver, make_active, make_offer
from tests.factories.payments import make_dispute, make_held_escrow, make_payout, set_first_fee
from tests.factories.projects import make_brief, make_draft_brief, make_proposal
from tests.jobs import run_jobs

LIST, ONE = 6, 10
PAGES = {
    "visitor": {"/": LIST, "/briefs/?q=churn": LIST, "/freelancers/?q=churn": LIST},
    "client_person": {
        "/desk/": None,
        "/briefs/": LIST,
        "/briefs/mine/": LIST,
        "/organisations/": LIST,
        "/money/": None,
        "/contracts/": LIST,
        "/settings/tokens/": LIST,
        "/notifications/": LIST,
    },
    "freelancer_person": {
        "/desk/": None,
        "/profile/": None,
        "/proposals/": LIST,
        "/money/": None,
        "/money/payouts/": LIST,
        "/contracts/": LIST,
    },
    "moderator": {
        "/staff/": None,
        "/staff/search/?q=a": None,
        "/staff/acts/": LIST,
        "/staff/organisations/": LIST,
        "/staff/briefs/appeals/": LIST,
        "/staff/briefs/first/": LIST,
        "/staff/ledger/": None,
        "/staff/ledger/transfers/": LIST,
        "/staff/ledger/accounts/platform_fees/USD/": LIST,
        "/staff/ledger/attention/": None,
        "/staff/card-disputes/": None,
        "/staff/adjustments/": LIST,
        "/staff/receivables/": LIST,
        "/staff/ledger/reconciliation/": None,
        "/staff/ledger/reconciliation/lines/": LIST,
    },
}
ROWS = [(kind, path, most) for kind, pages in PAGES.items() for path, most in pages.items()]


@pytest.fixture(autouse=True)
def _pages_only(db: None, settings: Any) -> None:
    settings.USERSESSIONS_TRACK_ACTIVITY = False
    set_first_fee()


def grow(ours: Organisation, hirer: User, worker: User, staff: User) -> None:
    """One more of everything that the pages list."""
    deliver(make_active(ours, hirer, worker).units.get(position=1))
    make_offer(ours, hirer, worker)
    make_payout(ours, worker)
    make_proposal(make_brief(ours), worker)
    make_draft_brief(ours)
    make_organisation(hirer)
    make_case_study(worker.freelancer_profile)
    invite(
        organisation=ours,
        email=f"p{Operation.objects.count()}@x.test",
        role="viewer",
        by=client(hirer),
    )
    for user in (hirer, worker):
        create_token(by=person(user), name="Export", scopes=["read"])
    removed = remove_brief(brief=make_brief(ours), by=moderator(staff), why="Asks for free work.")
    appeal_removal(brief=removed, by=client(hirer), why="It is a real job, and paid.")
    stick_operation()
    differ()
    ask_for_adjustment(
        act=AdjustmentAct.REFUND_HELD,
        subject=make_held_escrow(ours, worker),
        by=moderator(staff),
        why="The client was promised it in writing.",
        parameters={"amount": 420_000},
    )
    for number, state in enumerate(("needs_response", "lost", "won")):
        escrow = make_payout(ours, worker).escrow
        make_dispute(escrow, state, id=f"du_{escrow.pk}_{number}")
    run_jobs("accounts.deliver_notices")


def differ() -> None:
    """One more line that met its movement, and one more that is alone."""
    run = Reconciliation.objects.create(state="differed", made_at=timezone.now())
    met = Transfer.objects.filter(code="charge_settled", balance_line=None).first()
    for line_id, transfer in ((f"txn_alone_{run.pk}", None), (f"txn_met_{run.pk}", met)):
        facts = {"kind": "charge", "net": 100, "currency": "USD", "at": timezone.now()}
        line = BalanceLine.objects.create(line_id=line_id, read_in=run, transfer=transfer, **facts)
        ReconciliationCase.objects.create(
            kind="missing_here",
            reference=line_id,
            currency="USD",
            theirs=100,
            line=line,
            opened_in=run,
        )


def stick_operation() -> None:
    number = Operation.objects.count() + 1
    Operation.objects.create(
        verb="transfer.create",
        subject_type="payments.payout",
        subject_id=number,
        attempt=1,
        idempotency_key=f"stuck:{number}",
        state="unknown",
    )


def queries(browser: Client, path: str) -> list[str]:
    browser.get(path)  # warms what is read once per process
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(path).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


@pytest.fixture
def browsers(browser_of: Any, request: pytest.FixtureRequest) -> dict[str, Client]:
    people = {kind: request.getfixturevalue(kind) for kind in PAGES if kind != "visitor"}
    return {"visitor": Client()} | {kind: browser_of(user) for kind, user in people.items()}


def test_no_page_costs_more_with_more_rows_or_asks_the_same_twice(
    browsers: dict[str, Client],
    organisation: Organisation,
    client_person: User,
    freelancer_person: User,
    moderator: User,
) -> None:
    costs: dict[str, list[int]] = {f"{kind} {path}": [] for kind, path, _ in ROWS}
    twice, dear = {}, {}
    for more in (1, 2):
        for _ in range(more):
            grow(organisation, client_person, freelancer_person, moderator)
        for kind, path, most in ROWS:
            made = queries(browsers[kind], path)
            costs[f"{kind} {path}"].append(len(made))
            if repeated := [sql for sql, times in Counter(made).items() if times > 1]:
                twice[path] = repeated
            if most and len(made) > most:
                dear[f"{kind} {path}"] = len(made)
    grown = {page: cost for page, cost in costs.items() if cost[0] != cost[1]}
    assert (grown, twice, dear) == ({}, {}, {})


def test_the_page_of_one_thing_asks_at_most_ten_times_and_nothing_twice(
    browsers: dict[str, Client],
    organisation: Organisation,
    client_person: User,
    freelancer_person: User,
) -> None:
    brief = make_brief(organisation)
    unit = make_active(organisation, client_person, freelancer_person).units.get(position=1)
    deliver(unit)
    things = [brief, make_proposal(brief, freelancer_person), unit.contract, unit]
    pages = [thing.get_absolute_url() for thing in things]
    for escrow in (unit.escrow, make_payout(organisation, freelancer_person).escrow):
        pages.append(reverse("payments:escrow", args=[escrow.public_id]))
    dear = {}
    for kind in ("client_person", "freelancer_person"):
        for page in pages:
            made = queries(browsers[kind], page)
            if len(made) > ONE or len(set(made)) < len(made):
                dear[f"{kind} {page}"] = made
    assert dear == {}
