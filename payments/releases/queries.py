"""Sums for the money rail, by currency, without reading every row."""

from collections.abc import Iterable
from typing import Any

from django.db.models import BigIntegerField, BooleanField, ExpressionWrapper, F, Q, QuerySet, Sum
from django.db.models.expressions import Combinable

from payments.escrows.models.escrows import Escrow
from payments.escrows.queries.escrows import HOLDING, PLACES, RAIL
from payments.escrows.states import UNPAID, EscrowState
from payments.payouts.models.payouts import Payout
from payments.payouts.states import PAYOUT_PLACES, PayoutState

Rails = dict[str, list[tuple[str, int]]]
Sums = Iterable[tuple[str, str, int]]

AMOUNT, RELEASED, REFUNDED = F("amount"), F("released"), F("refunded")
CARRIED_IN = F("carried_in")
LEFT = AMOUNT - RELEASED - REFUNDED - F("carried_on")


def _fee(amount: Combinable) -> Combinable:
    """The same rounding as Money.part: half up; PostgreSQL divides whole numbers."""
    return (amount * F("fee_basis_points") + 5_000) / 10_000


def rails_of(escrows: QuerySet[Escrow], *, after_fee: bool = False) -> Rails:
    """For each currency, the parts of the rail in minor units; `after_fee` as the payee sees it."""
    rails: dict[str, dict[str, int]] = {}
    for currency, place, total in [*_unearned(escrows, after_fee), *_earned(escrows, after_fee)]:
        if total:
            rails.setdefault(currency, dict.fromkeys(RAIL, 0))[place] += total
    return {currency: list(rails[currency].items()) for currency in sorted(rails)}


def _unearned(escrows: QuerySet[Escrow], after_fee: bool) -> Sums:
    to_fund: Combinable = AMOUNT - CARRIED_IN
    carried: Combinable = CARRIED_IN
    left: Combinable = LEFT
    refunded: Combinable = REFUNDED
    if after_fee:
        carried = CARRIED_IN - _fee(CARRIED_IN)
        to_fund = AMOUNT - _fee(AMOUNT) - carried
        # The fee on what is left adds up with that on what was released before.
        left = LEFT - _fee(RELEASED + LEFT) + _fee(RELEASED)
        refunded = REFUNDED - _fee(REFUNDED)
    is_reviewed = ExpressionWrapper(
        Q(state=EscrowState.HELD, in_review_since__isnull=False), output_field=BooleanField()
    )
    rows: Any = escrows.order_by().values("currency", "state", is_reviewed=is_reviewed)
    sums = {
        "fund": _sum(to_fund),
        "carried": _sum(carried),
        "left": _sum(left),
        "back": _sum(refunded),
    }
    for row in rows.annotate(**sums):
        if row["state"] in UNPAID:
            yield row["currency"], PLACES[EscrowState(row["state"])], row["fund"]
            yield row["currency"], "held", row["carried"]
        if row["state"] in HOLDING:
            place = PLACES[EscrowState(row["state"])]
            yield row["currency"], "in_review" if row["is_reviewed"] else place, row["left"]
        yield row["currency"], "refunded", row["back"]


def _earned(escrows: QuerySet[Escrow], after_fee: bool) -> Sums:
    payouts = Payout.objects.filter(escrow__in=escrows.order_by().values("pk"))
    net = F("amount") - F("recalled") + F("fee_returned")
    total: Any = Sum(net if after_fee else F("amount") + F("fee") - F("recalled"))
    for row in payouts.values("currency", "state").annotate(total=total):
        yield row["currency"], PAYOUT_PLACES[PayoutState(row["state"])], row["total"]


def _sum(amount: Combinable) -> Sum:
    return Sum(ExpressionWrapper(amount, output_field=BigIntegerField()))
