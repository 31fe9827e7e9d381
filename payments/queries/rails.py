"""Sums for the money rail, by currency, without reading every row."""

from django.db.models import BigIntegerField, ExpressionWrapper, F, QuerySet, Sum

from payments.models import Escrow
from payments.queries.escrows import PLACES, RAIL, SENT
from payments.states import EscrowState

Rails = dict[str, list[tuple[str, int]]]

# The same rounding as Money.part: half up to the minor unit; PostgreSQL divides whole numbers.
NET = ExpressionWrapper(
    F("amount") - (F("amount") * F("fee_basis_points") + 5_000) / 10_000,
    output_field=BigIntegerField(),
)


def rails_of(escrows: QuerySet[Escrow], *, after_fee: bool = False) -> Rails:
    """For each currency, the parts of the rail in minor units; `after_fee` as the payee sees it."""
    rows = (
        escrows.order_by()
        .values("currency", "state", "payout__state")
        .annotate(total=Sum(NET if after_fee else F("amount")))
        .order_by("currency")
    )
    rails: dict[str, dict[str, int]] = {}
    for row in rows:
        place = _place(row["state"], row["payout__state"])
        if place:
            parts = rails.setdefault(row["currency"], dict.fromkeys(RAIL, 0))
            parts[place] += row["total"]
    return {currency: list(parts.items()) for currency, parts in rails.items()}


def _place(state: str, payout_state: str | None) -> str:
    if state == EscrowState.RELEASED:
        return "paid" if payout_state in SENT else "clearing"
    return PLACES.get(EscrowState(state), "")
