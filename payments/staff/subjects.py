"""Where what stands in the event log or in a search is found by staff."""

from django.urls import reverse

from marketplace.core.staff.entries import named_rows, register_subject
from marketplace.core.staff.registry import FOUND, Finding, Findings, register_search
from payments.card_disputes.models import CardDispute
from payments.charges.models import Charge
from payments.escrows.models.escrows import Escrow
from payments.operations.models import Operation
from payments.payment_methods.models import ProcessorCustomer
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout
from payments.payouts.models.reversals import Reversal
from payments.reconciliation.models.reconciliations import BalanceLine, ReconciliationCase
from payments.refunds.models import Refund
from payments.staff.models import Adjustment
from payments.staff.queries.identifiers import rows_identified_by
from payments.webhooks.models import StripeEvent


def _url_of_operation(operation: Operation) -> str:
    return reverse("payments:staff_operation", args=[operation.public_id])


def _url_of_event(event: StripeEvent) -> str:
    return reverse("admin:payments_stripeevent_change", args=[event.pk])


def _url_of_escrow(escrow: Escrow) -> str:
    return reverse("payments:staff_escrow", args=[escrow.public_id])


def _url_of_part(part: Charge | Refund | Payout) -> str:
    return _url_of_escrow(part.escrow)


def _url_of_adjustment(adjustment: Adjustment) -> str:
    return reverse("payments:staff_adjustment", args=[adjustment.public_id])


def _url_of_card_dispute(dispute: CardDispute) -> str:
    return reverse("payments:staff_card_dispute", args=[dispute.public_id])


def _url_of_reversal(reversal: Reversal) -> str:
    return _url_of_escrow(reversal.payout.escrow)


def _url_of_payee(payee: Payee) -> str:
    return reverse("accounts:staff_person", args=[payee.user.public_id])


def _url_of_customer(customer: ProcessorCustomer) -> str:
    return reverse("accounts:staff_organisation", args=[customer.organisation.public_id])


def _url_of_case(case: ReconciliationCase) -> str:
    return reverse("payments:staff_case", args=[case.public_id])


def _url_of_line(line: BalanceLine) -> str:
    if line.transfer is None:
        return reverse("payments:staff_balance_lines") + "?alone="
    return reverse("payments:staff_transfer", args=[line.transfer.key])


register_subject("payments.carddispute", url=_url_of_card_dispute, related=("charge__escrow",))
register_subject("payments.operation", url=_url_of_operation)
register_subject("payments.stripeevent", url=_url_of_event)
register_subject("payments.reconciliationcase", url=_url_of_case)
register_subject("payments.balanceline", url=_url_of_line, related=("transfer",))
register_subject("payments.escrow", url=_url_of_escrow)
register_subject(
    "payments.reversal", url=_url_of_reversal, related=("payout__escrow", "payout__payee")
)
register_subject("payments.payee", url=_url_of_payee, related=("user",))
register_subject("payments.processorcustomer", url=_url_of_customer, related=("organisation",))
register_subject("payments.charge", url=_url_of_part, related=("escrow",))
register_subject("payments.refund", url=_url_of_part, related=("escrow",))
register_subject("payments.payout", url=_url_of_part, related=("escrow",))
register_subject("payments.adjustment", url=_url_of_adjustment)


@register_search(order=50)
def found_money(words: str) -> Findings:
    """Whatever has this identifier, ours or the processor's."""
    rows = rows_identified_by(words)[:FOUND]
    found = [
        Finding(name, label.removeprefix("payments."), url)
        for (label, _), (name, url) in named_rows(rows).items()
    ]
    return Findings("Money", found)
