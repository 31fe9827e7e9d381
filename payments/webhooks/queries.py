"""Our row behind an object of the processor: by its id, or by the marks we put on it.

The marks find rows whose answer is not stored yet: webhooks may be faster than we are.
"""

from uuid import UUID

from django.db.models import Q

from payments.charges.models import Charge
from payments.payment_methods.models import MethodSetup
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from payments.stripe.objects import ProcessorEvent
from payments.webhooks.models import StripeEvent


def is_kept(event: ProcessorEvent) -> bool:
    return StripeEvent.objects.filter(event_id=event.id).exists()


def charge_behind(event: ProcessorEvent) -> Charge | None:
    object_id = event.object_id
    known = (
        Q(session_id=object_id) | Q(payment_intent_id=object_id) | Q(charge_id=object_id)
        if object_id
        else Q(pk=None)
    )
    return Charge.objects.filter(known | Q(public_id=_mark(event, "charge"))).first()


def setup_behind(event: ProcessorEvent) -> MethodSetup | None:
    known = Q(session_id=event.object_id) if event.object_id else Q(pk=None)
    return MethodSetup.objects.filter(known | Q(public_id=_mark(event, "setup"))).first()


def refund_behind(event: ProcessorEvent) -> Refund | None:
    ours = Q(processor_id=event.object_id) if event.object_id else Q(pk=None)
    return Refund.objects.filter(ours | Q(public_id=_mark(event, "refund"))).first()


def charge_refunded_by_hand(event: ProcessorEvent) -> Charge | None:
    """Our charge that a refund gives back which we never asked for: the books do not know of it."""
    return (
        Charge.objects.filter(payment_intent_id=event.parent_id)
        .exclude(payment_intent_id="")
        .first()
    )


def payout_behind(event: ProcessorEvent) -> Payout | None:
    ours = Q(processor_id=event.object_id) if event.object_id else Q(pk=None)
    return Payout.objects.filter(ours | Q(public_id=_mark(event, "payout"))).first()


def payee_behind(event: ProcessorEvent) -> Payee | None:
    return Payee.objects.filter(account_id=event.object_id).exclude(account_id="").first()


def payee_of_account(event: ProcessorEvent) -> Payee | None:
    """Whose account the event happened on."""
    return Payee.objects.filter(account_id=event.account_id).exclude(account_id="").first()


def _mark(event: ProcessorEvent, name: str) -> UUID | None:
    """One of our public ids in the metadata; None for anything else that stands there."""
    try:
        return UUID(event.marks.get(name, ""))
    except ValueError:
        return None
