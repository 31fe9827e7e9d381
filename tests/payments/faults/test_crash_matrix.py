"""Wherever a process dies, one effect stands at the processor and one in the books.

Each mark in the table is a SIGKILL of a process of its own at that point. Whoever saw no
answer presses once more, Redis is lost as well, and the product's own sweepers carry on.
"""

import signal
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from marketplace.core.data.errors import DomainError
from marketplace.core.data.outbox import sweep
from payments.operations.services.kinds import sweep_operations
from payments.reconciliation.services.comparison import reconcile
from payments.stripe.gateway import gateway_for_worker
from tests.jobs import run_jobs
from tests.payments.books import trial_balance
from tests.payments.faults.acts import ACTS
from tests.payments.faults.crash_points import ANSWER_LOST, POINTS, UNDISTURBED, CrashPoint
from tests.payments.faults.outcomes import (
    CHARGED,
    CHARGED_BY_PLAN,
    HELD,
    PAID_OUT,
    REFUNDED,
    RELEASED,
    REVERSED,
    Outcome,
    outcome_of,
)
from tests.payments.faults.scenes import Scene
from tests.payments.flows import look_again
from tests.payments.worker import lose_redis

pytestmark = [pytest.mark.django_db(transaction=True)]

# Every run tries what is marked ●: a death of each act, at each point somewhere; `make test-long`
# tries them all. A release asks the processor for nothing: its row and its result are one
# transaction.
MATRIX = """
           undisturbed  before the row  after the row  answer lost  not committed  after
fund            ×             ×               ×             ●             ×          ×
saved           ×             ×               ×             ×             ●          ×
plan            ×             ●               ×             ×             ×          ×
payment         ×             ×               ●             ×             ×          ×
release         ●             ×               –             –             ●          ×
refund          ×             ×               ×             ×             ×          ●
payout          ×             ×               ×             ●             ×          ×
reverse         ×             ×               ●             ×             ×          ×
"""


@dataclass(frozen=True, kw_only=True)
class Flow:
    """From where it starts, whom it calls, the statements at its points, and where it ends."""

    start: str
    call: tuple[str, str] = ("", "")
    row: tuple[str, ...]
    lost: tuple[str, ...] = ('UPDATE "payments_operation" SET "next_try_at"',)
    result: tuple[str, ...] = ('UPDATE "payments_operation"', "'succeeded'")
    end: Outcome


def operation(verb: str) -> tuple[str, ...]:
    return 'INSERT INTO "payments_operation"', f"'{verb}'"


PAYOUT_ROW = ('INSERT INTO "payments_payout"',)
FLOWS = {
    "fund": Flow(
        start="unpaid",
        call=("POST", "/v1/checkout/sessions"),
        row=operation("open_checkout"),
        end=HELD,
    ),
    "saved": Flow(
        start="with_saved_card",
        call=("POST", "/v1/payment_intents"),
        row=operation("charge_saved"),
        end=CHARGED,
    ),
    "plan": Flow(
        start="with_saved_card",
        call=("POST", "/v1/payment_intents"),
        row=operation("charge_saved"),
        end=CHARGED_BY_PLAN,
    ),
    "payment": Flow(
        start="paid",
        call=("GET", "/v1/checkout/sessions/*"),
        row=('INSERT INTO "payments_stripeevent"',),
        lost=('UPDATE "core_outboxmessage" SET "last_error"',),
        result=('UPDATE "payments_charge"', "'succeeded'"),
        end=HELD,
    ),
    "release": Flow(start="held", row=PAYOUT_ROW, result=PAYOUT_ROW, end=RELEASED),
    "refund": Flow(
        start="held",
        call=("POST", "/v1/refunds"),
        row=operation("refund_charge"),
        end=REFUNDED,
    ),
    "payout": Flow(
        start="available",
        call=("POST", "/v1/transfers"),
        row=operation("send_transfer"),
        end=PAID_OUT,
    ),
    "reverse": Flow(
        start="sent",
        call=("POST", "/v1/transfers/*/reversals"),
        row=operation("reverse_transfer"),
        end=REVERSED,
    ),
}
LONG = {"●": (), "×": (pytest.mark.long,)}
CELLS = [
    pytest.param(act, point, id=f"{act}-{point}", marks=LONG[cross])
    for act, *crosses in (line.split() for line in MATRIX.strip().splitlines()[1:])
    for point, cross in zip(POINTS, crosses, strict=True)
    if cross != "–"
]


@pytest.mark.parametrize(("act", "point"), CELLS)
def test_one_effect_wherever_it_dies(processes, scene, time_machine, act, point):
    flow = FLOWS[act]
    getattr(scene, flow.start)()
    words = scene.message_of_payment() if act == "payment" else {}
    if point == ANSWER_LOST:
        method, path = flow.call
        scene.sandbox.control("faults", kind="drop_answer", method=method, path=path)
    dies_at = CrashPoint(point, flow.row, flow.lost, flow.result)
    status = processes.run(act, scene.escrow.pk, words, asdict(dies_at))
    assert status == (0 if point == UNDISTURBED else -signal.SIGKILL)
    if point != UNDISTURBED:
        press_again(scene, act, words)
    recover(time_machine)
    if act == "fund":
        pay(scene)
    assert outcome_of(scene.escrow, scene.sandbox) == flow.end
    assert (reconcile(gateway=gateway_for_worker()).state, trial_balance()) == ("agreed", 0)


def press_again(scene: Scene, act: str, words: dict[str, str]) -> None:
    scene.escrow.refresh_from_db()
    with suppress(DomainError):
        ACTS[act](scene.escrow, **words)


def recover(time_machine) -> None:
    """The rows in Postgres are all that is left."""
    lose_redis()
    time_machine.move_to(timezone.now() + timedelta(minutes=5))
    sweep_operations()
    sweep()
    run_jobs()


def pay(scene: Scene) -> None:
    """The payer finds the checkout open."""
    scene.paid()
    look_again(scene.escrow)
    run_jobs()
