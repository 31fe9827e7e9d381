"""What contracts tells staff: the contracts of a person or organisation, and those found."""

from django.urls import reverse

from contracts.agreements.staff import contract_url
from contracts.units.models.units import Unit
from contracts.units.queries.standstills import standing_reviews
from marketplace.core.staff.entries import register_subject
from marketplace.core.staff.registry import Queue, queue_of, register_queue


@register_queue(order=15)
def reviews_that_stand_still() -> Queue:
    return queue_of(
        standing_reviews(),
        since="contract__stands_still_since",
        title="Reviews that stand still",
        about="Delivered work of a contract of which a side is suspended: nothing is approved or "
        "refunded by silence. End the suspension, or decide with a reason.",
        url=reverse("contracts:staff_standing"),
        empty="No review stands still.",
    )


def _url_of_unit(unit: Unit) -> str:
    return contract_url(unit.contract)


register_subject("contracts.unit", url=_url_of_unit, related=("contract",))
