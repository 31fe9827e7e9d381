"""Ours without the act around it: the movement of a release alone, by `ledger.post`.

Said beside the others to tell what the books cost and what permission, state, payout, event
and jobs cost; it stands for nothing that the product does.
"""

from collections.abc import Callable

from django.db import transaction

from bench.contenders.holdout import held_escrows
from payments.ledger.chart import RELEASE, AccountKind
from payments.ledger.services import ledger


def mover(client: int, clients: int, pool: str) -> Callable[[], None]:
    waiting = held_escrows(client, clients, pool)

    def move() -> None:
        escrow, _ = next(waiting)
        with transaction.atomic():
            ledger.post(
                RELEASE,
                key=f"bench:{escrow.pk}",
                currency=escrow.currency,
                amounts={"net": escrow.net.minor, "fee": escrow.fee.minor},
                owners={AccountKind.HELD: escrow.pk, AccountKind.PAYEE_CLEARING: escrow.payee_id},
            )

    return move
