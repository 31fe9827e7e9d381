"""What contracts tells staff: the contracts of a person or organisation, and those found."""

from typing import Any

from django.urls import reverse

from contracts.models import Contract, Milestone
from contracts.queries.staff import contracts_like, contracts_of_organisation, contracts_of_person
from contracts.queries.standstills import standing_reviews
from marketplace.core.staff import (
    FOUND,
    Finding,
    Findings,
    Part,
    Queue,
    queue_of,
    register_part,
    register_queue,
    register_search,
)
from marketplace.core.staff_entries import register_subject

TEMPLATE = "staff/contracts.html"


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


@register_part("person", order=10)
def contracts_about_person(person: Any) -> Part | None:
    rows = list(contracts_of_person(person)[:FOUND])
    return Part("Contracts", TEMPLATE, {"contracts": rows}) if rows else None


@register_part("organisation", order=20)
def contracts_about_organisation(organisation: Any) -> Part | None:
    rows = list(contracts_of_organisation(organisation)[:FOUND])
    return Part("Contracts", TEMPLATE, {"contracts": rows}) if rows else None


@register_search(order=40)
def found_contracts(words: str) -> Findings:
    rows = [
        Finding(row.title, f"{row.organisation} with {row.freelancer}", contract_url(row))
        for row in contracts_like(words)[:FOUND]
    ]
    return Findings("Contracts", rows)


def contract_url(contract: Contract) -> str:
    return reverse("contracts:staff_contract", args=[contract.public_id])


def _url_of_milestone(milestone: Milestone) -> str:
    return contract_url(milestone.contract)


register_subject("contracts.contract", url=contract_url)
register_subject("contracts.milestone", url=_url_of_milestone, related=("contract",))
