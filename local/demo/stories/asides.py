"""What happens to the money of a milestone besides its course, each once."""

from collections.abc import Callable

from local.demo.content.shapes import Aside
from local.demo.stories.cast import FREELANCER_ADDRESS, payer_of
from local.demo.stories.hosted_pages import dispute_charge, pay_account_out
from local.demo.stories.money import pay
from marketplace.core.data.actors import freelancer
from marketplace.core.data.money import Money
from marketplace.core.data.typed_numbers import read_amount
from payments.card_disputes.models import CardDispute
from payments.card_disputes.services.disputes import refresh_card_dispute
from payments.charges.states import ChargeState
from payments.escrows.models.escrows import Escrow
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.services.bank_payouts import look_at_account
from payments.releases.services.bonuses import open_bonus
from payments.releases.services.recalls import recall_release
from payments.releases.services.releases import release_part
from payments.stripe.gateway import gateway_for_worker


def tell_aside(escrow: Escrow, aside: Aside) -> None:
    """Let it happen unless it has."""
    ACTS[aside.act](escrow, aside)


def _amount(escrow: Escrow, aside: Aside) -> Money:
    return Money(read_amount(str(aside.amount), escrow.currency), escrow.currency)


def _send_bonus(escrow: Escrow, aside: Aside) -> None:
    by, amount = payer_of(escrow.payer), _amount(escrow, aside)
    if not escrow.bonuses.filter(closed_at__isnull=False).exists():
        bonus = open_bonus(escrow=escrow, amount=amount, by=by, why=aside.why)
        pay(bonus, by=by, back_to=f"/money/escrows/{bonus.public_id}/")


def _release_part(escrow: Escrow, aside: Aside) -> None:
    if not escrow.released:
        part = _amount(escrow, aside)
        release_part(escrow=escrow, part=part, by=payer_of(escrow.payer), why=aside.why)


def _give_back(escrow: Escrow, aside: Aside) -> None:
    if not escrow.payouts.filter(recalled__gt=0).exists():
        by = freelancer(escrow.payee, FREELANCER_ADDRESS)
        recall_release(escrow=escrow, part=_amount(escrow, aside), by=by, why=aside.why)


def _dispute(escrow: Escrow, aside: Aside, outcome: str = "") -> None:
    charge = escrow.charges.get(state=ChargeState.SUCCEEDED)
    if not CardDispute.objects.filter(charge=charge).exists():
        opened = dispute_charge(charge.charge_id, reason=aside.why, outcome=outcome)
        refresh_card_dispute(processor_id=opened, gateway=gateway_for_worker())


def _charge_back(escrow: Escrow, aside: Aside) -> None:
    _dispute(escrow, aside, outcome="lost")


def _send_to_bank(escrow: Escrow, aside: Aside, outcome: str = "") -> None:
    if not BankPayout.objects.filter(payee=escrow.payee).exists():
        pay_account_out(escrow.payee.payee.account_id, outcome=outcome)
        look_at_account(payee=escrow.payee.payee, gateway=gateway_for_worker())


def _reach_bank(escrow: Escrow, aside: Aside) -> None:
    _send_to_bank(escrow, aside, outcome="paid")


# What these need has to be available at the processor.
TO_A_BANK = ("to the bank", "at the bank")
ACTS: dict[str, Callable[[Escrow, Aside], None]] = {
    "bonus": _send_bonus,
    "part released": _release_part,
    "given back": _give_back,
    "disputed": _dispute,
    "charged back": _charge_back,
    "to the bank": _send_to_bank,
    "at the bank": _reach_bank,
}
