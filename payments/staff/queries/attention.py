"""What waits for a person."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from payments.charges.models import DIFFERING, Charge
from payments.escrows.models.escrows import Escrow
from payments.escrows.queries.escrows import HOLDING
from payments.operations.models import Operation
from payments.operations.states import OperationState
from payments.payouts.models.payouts import Payout
from payments.payouts.states import PayeeState, PayoutState
from payments.refunds.models import Refund
from payments.refunds.states import RefundState
from payments.stripe.countries import HOLDING_ALARMS, holding_limit
from payments.webhooks.models import StripeEvent
from payments.webhooks.states import StripeEventState

# What takes longer than this is stuck: the sweeper comes every quarter of a minute.
PATIENCE = timedelta(minutes=5)
# Payouts blocked for longer are looked at by a person.
BLOCKED_LONG = timedelta(days=7)


def stuck_operations() -> QuerySet[Operation]:
    """Unknown ones, and those without an answer for too long."""
    late = Q(created_at__lt=timezone.now() - PATIENCE)
    unended = Operation.objects.filter(
        state__in=(OperationState.PREPARED, OperationState.SENT, OperationState.UNKNOWN)
    )
    return unended.filter(late | Q(state=OperationState.UNKNOWN)).order_by("-id")


def waiting_events() -> QuerySet[StripeEvent]:
    """Parked ones, and those that could not be processed for too long."""
    late = Q(received_at__lt=timezone.now() - PATIENCE)
    waiting = StripeEvent.objects.filter(
        state__in=(StripeEventState.RECEIVED, StripeEventState.PARKED)
    )
    return waiting.filter(late | Q(state=StripeEventState.PARKED)).order_by("-id")


def failed_refunds() -> QuerySet[Refund]:
    rows = Refund.objects.filter(state=RefundState.FAILED).order_by("-id")
    return rows.select_related("escrow", "escrow__payer")


def mismatched_charges() -> QuerySet[Charge]:
    """Those that are not back yet, and what was held before the processor converted it."""
    back = Refund.objects.filter(charge=OuterRef("pk"), state=RefundState.SUCCEEDED)
    rows = Charge.objects.filter(DIFFERING, ~Exists(back)).order_by("-id")
    return rows.select_related("escrow", "escrow__payer")


def long_held_escrows() -> QuerySet[Escrow]:
    """Within the last days of what the processor's rules allow, the longest held first."""
    late = timezone.now() - holding_limit() + timedelta(days=max(HOLDING_ALARMS))
    rows = Escrow.objects.filter(state__in=HOLDING, funded_at__lt=late).order_by("funded_at")
    return rows.select_related("payer", "payee")


def blocked_payouts() -> QuerySet[Payout]:
    """Available for long, with nowhere to go: the payee's account is missing or not ready."""
    late = timezone.now() - BLOCKED_LONG
    rows = Payout.objects.filter(state=PayoutState.AVAILABLE, clears_at__lt=late)
    blocked = rows.exclude(payee__payee__state=PayeeState.READY).order_by("clears_at")
    return blocked.select_related("escrow", "payee")
