"""Whether a person can be paid, and if not, why and what to do."""

from accounts.models import User
from payments.errors import PayeeNotReady
from payments.models import Payee
from payments.states import PayeeState

REASONS = {
    PayeeState.NOT_STARTED: "Set up your payout account first: it takes about five minutes.",
    PayeeState.INCOMPLETE: "Your payout account is not complete yet. Continue the set-up.",
    PayeeState.RESTRICTED: "The payment processor has paused your payout account. Continue the "
    "set-up to see what it needs. Your money stays available.",
}


def payee_of(user: User) -> Payee | None:
    return Payee.objects.filter(user=user).first()


def is_ready(user: User) -> bool:
    return Payee.objects.filter(user=user, state=PayeeState.READY).exists()


def payout_block(user: User) -> str:
    """Why nothing can be paid out to `user`, with the way out; empty when it can."""
    payee = payee_of(user)
    return block_of(payee)


def block_of(payee: Payee | None) -> str:
    state = PayeeState(payee.state) if payee else PayeeState.NOT_STARTED
    return "" if state == PayeeState.READY else REASONS[state]


def ready_payee(user: User) -> Payee:
    """The person's account at the processor; raises PayeeNotReady."""
    payee = payee_of(user)
    reason = block_of(payee)
    if payee is None or reason:
        raise PayeeNotReady(reason=reason)
    return payee
