"""A release taken back, newest part first: kept if it was not sent yet, else reversed.

The fee goes back in proportion: what the platform keeps is the fee on what stays released.
What the processor cannot reverse the payee owes (services/receivables.py).
"""

from django.db import transaction

from marketplace.core.data.actors import Actor
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.money import CurrencyMismatch, Money
from payments.charges.queries import charges_in
from payments.charges.services.fundings import RELEASED, put_back
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.locks import lock_escrow
from payments.escrows.states import ESCROW
from payments.ledger.chart import RELEASE_RECALLED, Movement
from payments.ledger.models import Transfer
from payments.payouts.models.payouts import Payout
from payments.payouts.services.bookkeeping import post_for_payee
from payments.payouts.services.receivables import withhold
from payments.payouts.states import PayoutState, ReversalState
from payments.refunds.services.refunds import refund_recalled, refuse_disputed
from payments.releases.errors import NotReleased, PayoutUnderWay
from payments.releases.models import FeeReturn
from payments.releases.services.reversals import start_reversal

NOT_SENT = (PayoutState.ACCRUED, PayoutState.AVAILABLE)
SENT = (PayoutState.SENT, PayoutState.PAID)


@transaction.atomic
def recall_release(*, escrow: Escrow, part: Money, by: Actor, why: str) -> None:
    """Take `part` of what was released, before its fee, back and refund it to the client.

    Side effects: ledger movements, jobs; the refund follows once every reversal has ended.
    Raises NotReleased, PayoutUnderWay, ChargeNotRefundable or CurrencyMismatch, and IllegalMove
    while money is held.
    """
    lock_released(escrow, part)
    told = {"amount": part.minor}
    left: dict[str, object] = {"released": escrow.released - part.minor}
    fees = take_back(escrow, part, movement=RELEASE_RECALLED, by=by, why=why)
    ESCROW.move(
        escrow, "recalled", actor=by, why=why, changes=left, particulars=told | {"fee": fees}
    )
    refund_recalled(escrow=escrow, why=why)


def lock_released(escrow: Escrow, part: Money) -> None:
    """Lock an escrow of whose releases `part` can be taken back; raises as a recall does."""
    lock_escrow(escrow)
    if part.currency != escrow.currency:
        raise CurrencyMismatch(left=part.currency, right=escrow.currency)
    released = Money(escrow.released, escrow.currency)
    if not 0 < part.minor <= released.minor:
        raise NotReleased(released=released)
    ESCROW.refuse(escrow, "recalled")
    for charge in charges_in(escrow):
        refuse_disputed(charge)


def take_back(escrow: Escrow, part: Money, *, movement: Movement, by: Actor, why: str) -> int:
    """Book `part` as owed by the payee and get what can be got; returns the fee, in minor units.

    `movement` says where it goes to. Runs in the transaction of a caller that has locked the
    escrow and lowers `escrow.released` afterwards.
    """
    # All payouts before any account: whoever holds an account waits for no payout.
    payouts = list(escrow.payouts.select_for_update(of=("self",)).order_by("-id"))
    kept = sum((payout.fee_kept for payout in payouts), Money(0, escrow.currency))
    rest, fees = part, 0
    standing = Money(escrow.released, escrow.currency)
    for payout in payouts:
        share = min(rest, payout.gross - Money(payout.recalled, escrow.currency))
        if not share:
            continue
        rest, standing = rest - share, standing - share
        # What stays released keeps its own fee; where several charges paid, each has a part.
        fee = min(kept - escrow.fee_on(standing), payout.fee_kept, share)
        _take_share(payout, share, fee, movement=movement, by=by, why=why)
        put_back(escrow, payout.charge_id, share.minor, RELEASED)
        kept, fees = kept - fee, fees + fee.minor
    return fees


def _take_share(
    payout: Payout, share: Money, fee: Money, *, movement: Movement, by: Actor, why: str
) -> None:
    is_moving = payout.reversals.filter(state=ReversalState.PENDING).exists()
    if payout.state == PayoutState.SENDING or is_moving:
        raise PayoutUnderWay()
    net = share - fee
    payout.recalled += share.minor
    payout.fee_returned += fee.minor
    payout.save(update_fields=["recalled", "fee_returned"])
    key = f"{payout.public_id}:{payout.recalled}"
    posted = post_for_payee(movement, payout, key, net=net.minor, fee=fee.minor)
    if fee:
        _note_fee_return(payout, posted, share, fee)
    if payout.state in NOT_SENT:
        withhold(payout, min(net, payout.to_send), by=by, why=why)
    elif payout.state in SENT and payout.at_payee:
        start_reversal(payout=payout, amount=min(net, payout.at_payee), why=why)


def _note_fee_return(payout: Payout, posted: Transfer, share: Money, fee: Money) -> None:
    """The fee's invoice is corrected by a credit note, which a job numbers."""
    returned = FeeReturn.objects.create(
        payout=payout, transfer=posted, taken_back=share.minor, amount=fee.minor
    )
    enqueue("payments.issue_credit_note", fee_return_id=returned.pk)
