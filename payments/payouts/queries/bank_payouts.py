"""What went from a person's account at the processor to their bank."""

from django.db.models import QuerySet

from accounts.people.models import User
from marketplace.core.data.money import Money
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.models.payouts import Payout
from payments.payouts.states import BankPayoutState


def bank_payouts_of(user: User) -> QuerySet[BankPayout]:
    """The person's own, newest first."""
    return BankPayout.objects.filter(payee=user).order_by("-id")


def last_bank_of(user: User) -> str:
    """Where the newest payout to a bank went; empty when there was none, or it was not taken."""
    newest = bank_payouts_of(user).first()
    return newest.bank if newest and newest.state != BankPayoutState.FAILED else ""


def carried_by(bank_payout: BankPayout) -> list[Payout]:
    """The payouts in it as far as the processor tells, newest first."""
    rows = bank_payout.payouts.select_related("escrow", "escrow__payer")
    return list(rows.order_by("-id"))


def rest_of(bank_payout: BankPayout, carried: list[Payout]) -> Money:
    """What else is in it, such as a reversal: its amount less the payouts that it carries."""
    nothing = Money(0, bank_payout.currency)
    return bank_payout.money - sum((payout.to_send for payout in carried), nothing)
