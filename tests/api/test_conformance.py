"""The API does what its own document says, whatever is sent (schemathesis, real database)."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, given, settings
from rest_framework.throttling import SimpleRateThrottle
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from accounts.people.models import User
from contracts.units.models.units import Unit
from contracts.units.services.cancellations import ask_cancellation
from marketplace.core.data.actors import client, freelancer
from marketplace.wsgi import application
from payments.payment_methods.models import ProcessorCustomer
from tests.api.conftest import program
from tests.factories.accounts import make_freelancer, make_organisation, make_user
from tests.factories.change_orders import ADDED, changed, draft_of, propose
from tests.factories.contracts import deliver, fund, make_active, make_offer, send_back
from tests.factories.payments import (
    make_bank_payout,
    make_method,
    make_payout,
    make_sent,
)
from tests.factories.projects import make_attachment, make_brief, make_draft_brief, make_proposal
from tests.factories.timesheets import make_hourly_offer
from tests.sweep.world_hourly import fill_hourly
from tests.sweep.world_retainer import fill_retainer

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    negative_data_rejection,
    ignored_auth,
]
UNHURRIED = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.fixture
def wanda(db) -> User:
    """Hires for one organisation and works for others."""
    return make_freelancer("Wanda Worker")


@pytest.fixture
def subjects(wanda, settings, sandbox) -> list[Any]:
    """What she can reach, in many states and from both sides."""
    settings.CLEARING_DAYS = 0
    own, hans, fay = make_organisation(wanda), make_user("Hans Hirer"), make_freelancer()
    foreign = make_organisation(hans, "Southwind Energy")
    hiring, working = make_active(own, wanda, fay), make_active(foreign, hans, wanda)
    first, second = hiring.units.all()
    submission = deliver(first)
    send_back(first, client(wanda), reason="It fails.")
    question = ask_cancellation(unit=fund(second), by=freelancer(fay), why="Too much work.")
    payout, foreign_payout = make_payout(own, fay), make_payout(foreign, wanda)
    reviewed = make_active(own, wanda, make_freelancer("Freda Freelancer"))
    deliver(reviewed.units.get(position=1))
    method = make_method(own)
    known = sandbox.client().v1.customers.create({"name": own.name})
    ProcessorCustomer.objects.filter(organisation=own).update(customer_id=known.id)
    briefs = [make_draft_brief(own), make_brief(own), make_brief(foreign)]
    proposals = [make_proposal(briefs[1]), make_proposal(briefs[2], wanda)]
    offers = [make_offer(own, wanda, fay), make_offer(foreign, hans, wanda)]
    offers.append(make_hourly_offer(own, wanda, fay))
    return [
        *(own, foreign, wanda.freelancer_profile, *briefs, *proposals, *offers),
        *(hiring, working, reviewed, *reviewed.units.all(), *working.units.all()),
        *(first, second, question, submission.change_request, submission.files.get()),
        *(payout.charge, method, *changes(hiring, fay), *changes(working, hans)),
        make_bank_payout(wanda, "paid", make_sent(make_payout(foreign, wanda))),
        *(payout.escrow, foreign_payout, foreign_payout.escrow, make_attachment(briefs[1])),
        *by_the_hour(own, wanda, fay),
        *by_the_hour(foreign, hans, wanda),
    ]


def changes(contract: Any, other: User) -> list[Any]:
    """One that waits for her answer."""
    draft = changed(draft_of(contract), m3=ADDED)
    is_hers = contract.freelancer_id == other.pk
    return [propose(contract, draft, freelancer(other) if is_hers else client(other))]


def by_the_hour(organisation: Any, hirer: User, worker: User) -> list[Any]:
    """Weeks and periods, open and in review, with a line of each and a contested one."""
    world = SimpleNamespace(organisation=organisation, client=hirer, freelancer=worker)
    fill_hourly(world)
    fill_retainer(world)
    weeks = [world.hourly_room, world.week_open, world.week_in_review, world.week_unpaid]
    periods = [world.period_open, world.period_in_review, world.period_missed]
    periods += [world.period_unpaid, world.period_line, world.retainer_room]
    return [*weeks, *periods, world.line, world.line_contested.entry, world.line_contested]


NOUNS = {
    "brief": "briefs",
    "briefattachment": "brief-files",
    "proposal": "proposals",
    "contract": "contracts",
    "milestone": "milestones",
    "week": "weeks",
    "period": "periods",
    "timeentry": "time-entries",
    "timecontest": "contested-lines",
    "cancellation": "cancellations",
    "changeorder": "change-orders",
    "changerequest": "change-requests",
    "submissionfile": "submission-files",
    "charge": "charges",
    "paymentmethod": "payment-methods",
    "escrow": "escrows",
    "payout": "payouts",
    "bankpayout": "bank-payouts",
    "organisation": "organisations",
    "freelancerprofile": "freelancers",
}


@pytest.fixture
def reachable(subjects) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for subject in subjects:
        noun = subject.kind if isinstance(subject, Unit) else subject._meta.model_name
        ids.setdefault(NOUNS[noun], []).append(str(subject.public_id))
    return ids


@pytest.fixture
def one_connection():
    """Requests through WSGI leave the test's transaction open, as those of Django's client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def document(db, one_connection, monkeypatch):
    # Thousands of requests in a minute are what is wanted here.
    monkeypatch.setattr(SimpleRateThrottle, "THROTTLE_RATES", {"anon": None, "user": None})
    return schemathesis.openapi.from_wsgi("/api/v1/schema/?format=json", application)


def aim(case: Any, reachable: dict[str, list[str]]) -> None:
    """Send most requests to something that is there."""
    given = (case.path_parameters or {}).get("public_id")
    ids = reachable.get(case.path.split("/")[3], [])
    if isinstance(given, str) and len(given) == 36 and ids:
        chosen = zlib.crc32(given.encode()) % (len(ids) + 1)
        case.path_parameters["public_id"] = [*ids, given][chosen]


@pytest.mark.parametrize("examples", [2, pytest.param(8, marks=pytest.mark.long)])
def test_the_api_keeps_its_word(document, reachable, wanda, sandbox, examples):
    """All nouns in one world: whatever is tried is undone."""
    secret = program(wanda)._credentials["HTTP_AUTHORIZATION"]
    broken, nouns = {}, set()
    for operation in (found.ok() for found in document.get_all_operations()):
        nouns.add(operation.path.split("/")[3])
        for mode in GenerationMode:
            try:
                try_out(operation, mode, examples, reachable, {"Authorization": secret})
            except Exception as error:  # the other operations are tried all the same
                broken[operation.label, mode] = error
    assert broken == {}
    assert nouns >= {*NOUNS.values(), "me", "payout-account"}


@contextmanager
def undone() -> Iterator[None]:
    """Take back what is done inside; services may still ask for a transaction of their own."""
    block = transaction.atomic()
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)


def try_out(
    operation: Any, mode: GenerationMode, examples: int, reachable: Any, headers: Any
) -> None:
    @settings(UNHURRIED, max_examples=examples)
    @given(case=operation.as_strategy(generation_mode=mode))
    def answers_as_documented(case: Any) -> None:
        aim(case, reachable)
        with undone():
            case.call_and_validate(checks=CHECKS, headers=headers)

    answers_as_documented()
