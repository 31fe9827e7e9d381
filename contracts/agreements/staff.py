"""What contracts tells staff: the contracts of a person or organisation, and those found."""

from typing import Any

from django.urls import reverse

from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.staff import (
    contracts_like,
    contracts_of_organisation,
    contracts_of_person,
)
from marketplace.core.staff.entries import register_subject
from marketplace.core.staff.registry import (
    FOUND,
    Finding,
    Findings,
    Section,
    register_search,
    register_section,
)

TEMPLATE = "staff/contract_rows.html"


@register_section("person", order=10)
def contracts_about_person(person: Any) -> Section | None:
    rows = list(contracts_of_person(person)[:FOUND])
    return Section("Contracts", TEMPLATE, {"contracts": rows}) if rows else None


@register_section("organisation", order=20)
def contracts_about_organisation(organisation: Any) -> Section | None:
    rows = list(contracts_of_organisation(organisation)[:FOUND])
    return Section("Contracts", TEMPLATE, {"contracts": rows}) if rows else None


@register_search(order=40)
def found_contracts(words: str) -> Findings:
    rows = [
        Finding(row.title, f"{row.organisation} with {row.freelancer}", contract_url(row))
        for row in contracts_like(words)[:FOUND]
    ]
    return Findings("Contracts", rows)


def contract_url(contract: Contract) -> str:
    return reverse("contracts:staff_contract", args=[contract.public_id])


register_subject("contracts.contract", url=contract_url)
