"""The weekly run: everything that is available to whoever can be paid, many at a time."""

from collections.abc import Sequence

from django.db import transaction

from accounts.people.models import User
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.batches import batched
from marketplace.core.data.jobs import enqueue
from payments.ledger.chart import PAYOUT_REQUESTED
from payments.ledger.services import ledger
from payments.operations.services.operations import prepare_first_operations
from payments.payouts import requests
from payments.payouts.models.payouts import Payout
from payments.payouts.queries.stops import are_payouts_stopped
from payments.payouts.services.bookkeeping import posting_for_payee
from payments.payouts.services.payouts import SEND_TRANSFER, pay_out_whatever
from payments.payouts.services.receivables import lock_debtors
from payments.payouts.signals import payout_changed
from payments.payouts.states import PAYOUT, PayeeState, PayoutState

RUN_SIZE = 500


def pay_out_everyone() -> int:
    """Pay out every ready payee with available money; returns how many people.

    Payouts of people who owe something, and those that failed before, need a closer look and
    are requested one by one. Side effects: those of a payout's request.
    """
    if are_payouts_stopped():
        return 0
    people: set[int] = set()
    last_id = 0
    while found := _request_after(last_id):
        people.update(payout.payee_id for payout in found)
        last_id = found[-1].pk
    for user in User.objects.filter(pk__in=_waiting().values("payee")):
        pay_out_whatever(payee=user)
    return len(people)


def _waiting():
    return Payout.objects.filter(state=PayoutState.AVAILABLE, payee__payee__state=PayeeState.READY)


@transaction.atomic
def _request_after(last_id: int) -> Sequence[Payout]:
    """Request the next payouts of payees without debts; returns those that it looked at."""
    rows = _waiting().select_related("payee__payee", "charge", "escrow").filter(pk__gt=last_id)
    found = list(rows.order_by("pk").select_for_update(of=("self",))[:RUN_SIZE])
    if found:
        debtors = lock_debtors([payout.payee_id for payout in found])
        _request([payout for payout in found if payout.payee_id not in debtors])
    return found


def _request(payouts: Sequence[Payout]) -> None:
    if not payouts:
        return
    with batched():
        operations = prepare_first_operations(
            SEND_TRANSFER,
            subjects=payouts,
            request=lambda payout, operation_id: requests.transfer(
                payout, operation_id, account_id=payout.payee.payee.account_id
            ),
        )
        first = [payout for payout in payouts if payout.pk in operations]
        if first:
            PAYOUT.move_all(first, "requested", actor=SYSTEM, changes={"problem": ""})
            for operation in operations.values():
                enqueue("payments.perform_operation", operation_id=operation.pk)
            ledger.post_all(
                posting_for_payee(
                    PAYOUT_REQUESTED, payout, f"{payout.public_id}:1", amount=payout.to_send.minor
                )
                for payout in first
            )
    for payout in first:
        payout_changed.send(sender=Payout, payout=payout)
