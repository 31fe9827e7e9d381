"""Rows of payments by an identifier: ours, or the processor's."""

from functools import reduce
from typing import Any

from django.db.models import BigIntegerField, CharField, Model, QuerySet, Value
from django.db.models.functions import Cast

from marketplace.core.staff.registry import identifier_in
from payments.card_disputes.models import CardDispute
from payments.charges.models import Charge
from payments.escrows.models.escrows import Escrow
from payments.operations.models import Operation
from payments.payment_methods.models import ProcessorCustomer
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout
from payments.payouts.models.reversals import Reversal
from payments.reconciliation.models.reconciliations import BalanceLine
from payments.refunds.models import Refund
from payments.staff.models import Adjustment
from payments.webhooks.models import StripeEvent

OURS: tuple[type[Model], ...] = (
    Escrow,
    Charge,
    Refund,
    Payout,
    Reversal,
    CardDispute,
    Adjustment,
    Operation,
)
# Every field has an index, so that a search costs the same however much there is.
THEIRS: tuple[tuple[type[Model], str], ...] = (
    (Charge, "charge_id"),
    (Charge, "payment_intent_id"),
    (Charge, "session_id"),
    (Refund, "processor_id"),
    (Payout, "processor_id"),
    (Reversal, "processor_id"),
    (CardDispute, "processor_id"),
    (Payee, "account_id"),
    (ProcessorCustomer, "customer_id"),
    (StripeEvent, "event_id"),
    (BalanceLine, "line_id"),
    (BalanceLine, "source"),
    (Operation, "idempotency_key"),
)


def rows_identified_by(words: str) -> list[tuple[str, int]]:
    """(`app_label.model`, row) of everything with exactly this identifier, in one query."""
    if not words:
        return []
    identifier = identifier_in(words)
    asked: list[QuerySet[Any, Any]] = (
        [_rows(model, "public_id", identifier) for model in OURS]
        if identifier
        else [_rows(model, field, words) for model, field in THEIRS]
    )
    found = reduce(lambda left, right: left.union(right, all=True), asked)
    return list(dict.fromkeys(found))


def _rows(model: type[Model], field: str, wanted: Any) -> QuerySet[Any, Any]:
    label = Value(model._meta.label_lower, output_field=CharField())
    rows = model._base_manager.filter(**{field: wanted}).order_by()
    return rows.annotate(label=label, row=Cast("pk", BigIntegerField())).values_list("label", "row")
