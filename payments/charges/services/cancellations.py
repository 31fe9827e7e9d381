"""An escrow that is given up before it is paid, with whatever still tries to pay it."""

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import Actor
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.money import Money
from payments.charges.services.plan_outcomes import end_plan
from payments.charges.signals import carried_money_unneeded
from payments.charges.states import UNFINISHED
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.locks import lock_escrow
from payments.escrows.states import ESCROW, CancelReason


@transaction.atomic
def cancel_escrow(
    *, escrow: Escrow, by: Actor, because: CancelReason, is_locked: bool = False
) -> None:
    """Give up an escrow before it is funded; what other escrows had left for it goes back.

    Side effects: an open checkout is closed; those of a refund. Raises ChargeNotRefundable.
    `because` is told to both sides if a payment arrives all the same.
    """
    lock_escrow(escrow, is_locked=is_locked)
    changes: dict[str, object] = {"closed_at": timezone.now(), "cancel_reason": because.value}
    if escrow.carried_in:
        changes |= {"refunded": escrow.carried_in}
    ESCROW.move(escrow, "cancelled", actor=by, changes=changes, is_locked=True)
    end_plan(escrow)
    if escrow.carried_in:
        part, why = Money(escrow.carried_in, escrow.currency), f"{because.label}."
        carried_money_unneeded.send(sender=Escrow, escrow=escrow, part=part, why=why, actor=by)
    for charge in escrow.charges.filter(state__in=UNFINISHED):
        enqueue("payments.close_charge", charge_id=charge.pk)
