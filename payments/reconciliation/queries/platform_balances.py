"""What is due to leave our balance at the processor, and whether it is there."""

from django.db.models import BigIntegerField, ExpressionWrapper, F, QuerySet, Sum

from payments.escrows.models.escrows import Escrow
from payments.escrows.states import EscrowState
from payments.payouts.models.payouts import Payout
from payments.payouts.states import PayoutState
from payments.reconciliation.models.platform_balances import PlatformBalance
from payments.reconciliation.states import PlatformBalanceState
from payments.refunds.models import Refund
from payments.refunds.states import RefundState


def low_balances() -> QuerySet[PlatformBalance]:
    rows = PlatformBalance.objects.exclude(state=PlatformBalanceState.ENOUGH)
    return rows.order_by("since")


def due_to_leave() -> dict[str, int]:
    """Minor units by currency: payouts to send, refunds to make, releases being taken back."""
    payouts = Payout.objects.filter(state__in=(PayoutState.AVAILABLE, PayoutState.SENDING))
    # A refund that the processor has taken has left the balance already.
    refunds = Refund.objects.filter(state=RefundState.PENDING, processor_id="")
    recalled = Escrow.objects.filter(state=EscrowState.RECALLED)
    due: dict[str, int] = {}
    for rows, amount in (
        (payouts, F("amount") - F("withheld")),
        (refunds, F("amount")),
        (recalled, F("amount") - F("released") - F("refunded") - F("carried_on")),
    ):
        total = Sum(ExpressionWrapper(amount, output_field=BigIntegerField()))
        for currency, minor in rows.order_by().values_list("currency").annotate(total=total):
            due[currency] = due.get(currency, 0) + minor
    return due
