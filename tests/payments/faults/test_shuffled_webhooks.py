"""Two hundred webhooks, each several times and in any order: the same end as once in order."""

import json
import random
from collections import Counter
from collections.abc import Callable

import pytest
from django.db.models import Sum
from django.test import Client

from marketplace.core.data.actors import client
from marketplace.core.data.models import Event, OutboxMessage
from payments.card_disputes.models import CardDispute
from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Entry, Transfer
from payments.refunds.models import Refund
from payments.refunds.services.refunds import refund_escrow
from payments.webhooks.models import StripeEvent
from tests.factories.payments import make_escrow
from tests.jobs import run_jobs
from tests.payments.books import books
from tests.payments.flows import checkout, look_again
from tests.payments.messages import Message, signed, told
from tests.payments.sandbox_disputes import books_agree
from tests.sandbox import SandboxProcess

pytestmark = [pytest.mark.django_db]

PATH, MANY = "/webhooks/stripe/", 200
CARDS = {
    "unheard of": "4242 4242 4242 4242",
    "refund waits": "4000 0000 0000 7726",
    "refund fails": "4000 0000 0000 5126",
    "disputed": "4000 0000 0000 2685",
}

END = {
    "escrows": {
        "unheard of": "held",
        "refund waits": "refunded",
        "refund fails": "refunded",
        "disputed": "held",
    },
    "refunds": {"refund waits": "succeeded", "refund fails": "failed"},
    "disputes": {"disputed": "won"},
    "movements": {
        "charge_succeeded": 4,
        "charge_settled": 4,
        "refund_decided": 2,
        "refund_settled": 2,
        "refund_returned": 1,
        "dispute_withdrawn": 1,
        "dispute_reinstated": 1,
    },
    # What failed to go back is held, for staff to send it again.
    "balances": {
        "held": 1_260_000,
        "processor_balance": -1_209_660,
        "processor_fees": -48_840,
        "dispute_fees": -1_500,
    },
    "events": {
        "escrow.opened": 4,
        "charge.opened": 4,
        "charge.succeeded": 4,
        "escrow.funded": 4,
        "escrow.refunded": 2,
        "refund.decided": 2,
        "refund.succeeded": 2,
        "refund.failed": 1,
        "escrow.disputed": 1,
        "card_dispute.opened": 1,
        "card_dispute.won": 1,
        "escrow.undisputed": 1,
    },
}


def deliver(body: str, signature: str) -> int:
    answer = Client().post(
        PATH, body, content_type="application/json", headers={"stripe-signature": signature}
    )
    return answer.status_code


def in_order(messages: list[Message]) -> list[Message]:
    return messages


def backwards(messages: list[Message]) -> list[Message]:
    return messages[::-1]


def shuffled(seed: int) -> Callable[[list[Message]], list[Message]]:
    def shuffle(messages: list[Message]) -> list[Message]:
        chance = random.Random(seed)
        many = messages + chance.choices(messages, k=MANY // 3 + 1 - len(messages))
        return chance.sample(many, k=len(many))

    return shuffle


@pytest.fixture
def escrows(sandbox, organisation, freelancer_person, client_person, payer_browser) -> None:
    """Paid and unheard of; with a refund that waits, and one that will fail; to be disputed."""
    for title, card in CARDS.items():
        escrow = make_escrow(organisation, freelancer_person, title=title)
        payer_browser.pay(checkout(escrow, client_person), card)
        if title.startswith("refund"):
            look_again(escrow)
            refund_escrow(escrow=escrow, by=client(None), why="agreed")
    run_jobs("payments.perform_operation")


def everything() -> dict[str, object]:
    events = Event.objects.filter(subject_type__startswith="payments.").exclude(
        subject_type__in=["payments.operation", "payments.stripeevent"]
    )
    kinds = Entry.objects.values_list("account__kind").annotate(Sum("amount"))
    return {
        "escrows": dict(Escrow.objects.values_list("title", "state")),
        "refunds": dict(Refund.objects.values_list("escrow__title", "state")),
        "disputes": dict(CardDispute.objects.values_list("charge__escrow__title", "state")),
        "movements": Counter(Transfer.objects.values_list("code", flat=True)),
        "balances": {kind: total for kind, total in kinds if total},
        "events": Counter(events.values_list("verb", flat=True)),
    }


@pytest.mark.parametrize(
    "order",
    [in_order, backwards, *(pytest.param(shuffled(n), id=f"shuffled {n}") for n in range(3))],
)
def test_any_order_and_number_ends_in_the_same_state(sandbox, escrows, order):
    delivered = 0
    for happens in (nothing, a_minute_passes, the_dispute_is_won):
        happens(sandbox)
        for body, signature in order(told(sandbox)):
            assert deliver(body, signature) == 200
            delivered += 1
        run_jobs()
    assert delivered >= MANY or order in (in_order, backwards)
    assert everything() == END
    assert StripeEvent.objects.count() == len(told(sandbox))
    assert books_agree()


def nothing(sandbox: SandboxProcess) -> None:
    pass


def a_minute_passes(sandbox: SandboxProcess) -> None:
    sandbox.control("clock/advance", seconds=61)


def the_dispute_is_won(sandbox: SandboxProcess) -> None:
    [found] = sandbox.client().v1.disputes.list({}).data
    sandbox.control("disputes/end", dispute=found.id, outcome="won")


@pytest.mark.parametrize(
    "forge",
    [
        lambda body, signature: (body.replace("420000", "420001"), signature),
        lambda body, signature: (body, signature.replace("t=", "t=1")),
        lambda body, signature: (body, "t=1,v1=00"),
        lambda body, signature: (body, ""),
        lambda body, signature: signed(json.loads(body), secret="whsec_of_somebody"),
        lambda body, signature: signed(json.loads(body), age=301),
    ],
    ids=["another body", "another time", "made up", "none", "another secret", "stale"],
)
def test_what_is_forged_or_stale_is_refused_and_not_stored(scene, forge):
    scene.paid()
    message = told(scene.sandbox, "checkout.session.completed")[0]
    assert deliver(*forge(*message)) == 400
    promised = OutboxMessage.objects.filter(name__startswith="payments.")
    assert (StripeEvent.objects.count(), promised.count(), books(scene.escrow)) == (0, 0, {})
    assert deliver(*message) == 200
