"""News from the nouns below, in the transaction that made it true."""

from typing import Any

from django.dispatch import receiver

from payments.charges.signals import escrow_funded
from payments.escrows.models.escrows import Escrow
from payments.releases.services.bonuses import pass_on_bonus


@receiver(escrow_funded)
def pass_bonus_on(escrow: Escrow, **_: Any) -> None:
    """A bonus is for work that was approved: it is the freelancer's as soon as it is paid."""
    if escrow.bonus_for_id:
        pass_on_bonus(escrow=escrow)
