"""Every kind of operation, and how jobs carry one on."""

from django.utils import timezone

from marketplace.core.data.jobs import enqueue_once
from payments.card_disputes.services.acceptance import ACCEPT_DISPUTE
from payments.card_disputes.services.evidence import SUBMIT_EVIDENCE, UPLOAD_EVIDENCE
from payments.charges.services.checkouts import OPEN_CHECKOUT
from payments.charges.services.closings import CANCEL_CHARGE, CLOSE_CHECKOUT
from payments.charges.services.saved_charges import CHARGE_SAVED, CONFIRM_CHARGE
from payments.operations.models import Operation
from payments.operations.services.operations import WAITING, perform
from payments.payment_methods.services.customers import CREATE_CUSTOMER
from payments.payment_methods.services.methods import DETACH_METHOD
from payments.payment_methods.services.setups import OPEN_SETUP
from payments.payouts.services.payees import LINK_DASHBOARD, LINK_ONBOARDING, OPEN_ACCOUNT
from payments.payouts.services.payouts import SEND_TRANSFER
from payments.refunds.services.refunds import REFUND_CHARGE
from payments.releases.services.reversals import REVERSE_TRANSFER
from payments.stripe.errors import ProcessorError
from payments.stripe.gateway import gateway_for_worker

VERBS = {
    verb.name: verb
    for verb in (
        CREATE_CUSTOMER,
        OPEN_CHECKOUT,
        CLOSE_CHECKOUT,
        CHARGE_SAVED,
        CONFIRM_CHARGE,
        CANCEL_CHARGE,
        OPEN_SETUP,
        DETACH_METHOD,
        REFUND_CHARGE,
        SEND_TRANSFER,
        REVERSE_TRANSFER,
        OPEN_ACCOUNT,
        LINK_ONBOARDING,
        LINK_DASHBOARD,
        UPLOAD_EVIDENCE,
        ACCEPT_DISPUTE,
        SUBMIT_EVIDENCE,
    )
}


def perform_operation(*, operation_id: int) -> None:
    """Carry one operation on, in a worker. What the processor refuses is recorded, not raised."""
    operation = Operation.objects.get(pk=operation_id)
    try:
        perform(operation, verb=VERBS[operation.verb], gateway=gateway_for_worker())
    except ProcessorError:
        return


def sweep_operations() -> int:
    """Carry on every operation that got stuck, whatever became of its message; returns how many."""
    due = Operation.objects.filter(state__in=WAITING, next_try_at__lte=timezone.now())
    stuck = list(due.order_by("next_try_at").values_list("pk", flat=True)[:100])
    for operation_id in stuck:
        enqueue_once("payments.perform_operation", operation_id=operation_id)
    return len(stuck)
