"""A payout's state and its money, moved together by the services that concern it."""

from collections.abc import Mapping

from marketplace.core.data.actors import Actor
from payments.ledger.chart import AccountKind, Movement
from payments.ledger.models import Transfer
from payments.ledger.services import ledger
from payments.payouts.models.payouts import Payout
from payments.payouts.signals import payout_changed
from payments.payouts.states import PAYOUT


def move_payout(
    payout: Payout,
    verb: str,
    *,
    by: Actor,
    why: str = "",
    changes: Mapping[str, object] | None = None,
    particulars: Mapping[str, object] | None = None,
) -> None:
    """One move of the table, and `payout_changed`."""
    PAYOUT.move(payout, verb, actor=by, why=why, changes=changes, particulars=particulars)
    payout_changed.send(sender=Payout, payout=payout)


def post_for_payee(movement: Movement, payout: Payout, key: str, **amounts: int) -> Transfer:
    """Post on the accounts of the payout's payee, and of its escrow; `amounts` by leg."""
    posting = posting_for_payee(movement, payout, key, **amounts)
    return ledger.post(
        movement,
        key=posting.key,
        currency=posting.currency,
        amounts=posting.amounts,
        owners=posting.owners,
    )


def posting_for_payee(
    movement: Movement, payout: Payout, key: str, **amounts: int
) -> ledger.Posting:
    return ledger.Posting(
        movement=movement,
        key=f"{movement.code}:{key}",
        currency=payout.currency,
        amounts=amounts,
        owners={
            AccountKind.HELD: payout.escrow_id,
            AccountKind.PAYEE_CLEARING: payout.payee_id,
            AccountKind.PAYEE_AVAILABLE: payout.payee_id,
            AccountKind.PAYEE_RECEIVABLE: payout.payee_id,
        },
    )
