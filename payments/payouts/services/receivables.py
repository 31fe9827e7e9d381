"""What a payee owes after a release was taken back: kept from later earnings, or written off."""

from collections.abc import Sequence

from django.db import transaction

from accounts.people.models import User
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import record
from marketplace.core.data.money import Money
from marketplace.core.staff.reasons import require_staff_reason
from payments.ledger.chart import RECEIVABLE_SETTLED, RECEIVABLE_WRITTEN_OFF, AccountKind
from payments.ledger.services import ledger
from payments.payouts.errors import NotOwed
from payments.payouts.models.payouts import Payout
from payments.payouts.queries.receivables import being_reversed
from payments.payouts.services.bookkeeping import move_payout, post_for_payee
from payments.payouts.states import PayoutState

OWED = "Kept for an earlier payment that was taken back."


def lock_owed(payee_id: int, currency: str) -> Money:
    """What the payee owes, less what the processor is just taking back, with the account locked.

    Locked before any other account of the payee, so that two payouts never wait in a circle.
    """
    owed = -ledger.lock_balance(AccountKind.PAYEE_RECEIVABLE, payee_id, currency)
    return Money(owed - being_reversed(payee_id, currency), currency)


def lock_debtors(payee_ids: Sequence[int]) -> set[int]:
    """Which of these payees owe something, in whatever currency, with all their accounts locked."""
    return set(ledger.lock_standing(AccountKind.PAYEE_RECEIVABLE, payee_ids))


def withhold(payout: Payout, part: Money, *, by: Actor = SYSTEM, why: str = OWED) -> None:
    """Keep `part` of a payout that was not sent for what its payee owes.

    Runs in the transaction of a caller that has locked the payout. Side effects: ledger
    movement, `payout_changed`.
    """
    if not part:
        return
    leg = "clearing" if payout.state == PayoutState.ACCRUED else "available"
    withheld = payout.withheld + part.minor
    post_for_payee(
        RECEIVABLE_SETTLED,
        payout,
        f"{payout.public_id}:{withheld}",
        **{"clearing": 0, "available": 0, leg: part.minor},
    )
    verb = "withheld" if withheld == payout.amount else "part_withheld"
    told = {"amount": part.minor}
    changes = {"withheld": withheld}
    move_payout(payout, verb, by=by, why=why, changes=changes, particulars=told)


def settle_debt(payout: Payout, owed: Money) -> None:
    """Keep of an available payout what its payee owes, at most all of it."""
    withhold(payout, min(owed, payout.to_send))


def lock_owing(payee: User, amount: Money) -> Money:
    """What the payee owes, locked, of which `amount` is at most all; raises NotOwed."""
    owed = lock_owed(payee.pk, amount.currency)
    if not 0 < amount.minor <= owed.minor:
        raise NotOwed(owed=owed)
    return owed


@transaction.atomic
def write_off_receivable(*, payee: User, amount: Money, by: Actor, why: str) -> None:
    """Staff: the platform bears a part, or all, of what the payee owes.

    Side effects: ledger movement, event. Raises NotOwed.
    """
    require_staff_reason(why)
    lock_owing(payee, amount)
    told = {"amount": amount.minor, "currency": amount.currency}
    event = record("receivable.written_off", subject=payee, actor=by, why=why, particulars=told)
    ledger.post(
        RECEIVABLE_WRITTEN_OFF,
        key=f"receivable_written_off:{event.public_id}",
        currency=amount.currency,
        amounts={"amount": amount.minor},
        owners={AccountKind.PAYEE_RECEIVABLE: payee.pk},
    )
