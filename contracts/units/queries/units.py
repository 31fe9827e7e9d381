"""Reads of contracts, each scoped to who looks: the freelancer, and the client's members."""

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet, Subquery

from contracts.agreements.models.contracts import Contract
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest
from contracts.units.models.units import Unit
from contracts.units.states import CancellationState, ChangeRequestState


def with_units(contracts: QuerySet[Contract]) -> QuerySet[Contract]:
    return contracts.prefetch_related(Prefetch("units", units_with_money()))


def units_with_money() -> QuerySet[Unit]:
    """Units with where their money is and what is asked about them.

    `cancellation_side` is the side that asks for a cancellation, `is_round_asked` whether the
    client asks for a round beyond the agreed ones.
    """
    asked = Cancellation.objects.filter(unit=OuterRef("pk"), state=CancellationState.ASKED)
    rounds = ChangeRequest.objects.filter(
        submission__unit=OuterRef("pk"),
        submission__submitted_at=F("submission__unit__submitted_at"),
        state=ChangeRequestState.ASKED,
    )
    return (
        Unit.objects.select_related("escrow__payout")
        .annotate(
            cancellation_side=Subquery(asked.values("side")[:1]), is_round_asked=Exists(rounds)
        )
        .order_by("position")
    )
