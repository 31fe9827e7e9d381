"""Contracts as staff look at them."""

from typing import Any

from django.db.models import Q, QuerySet

from contracts.agreements.models.contracts import Contract
from marketplace.core.data.arrays import AnyOf
from marketplace.core.staff.registry import identifier_in


def contracts_for_staff() -> QuerySet[Contract]:
    return Contract.objects.select_related("organisation", "freelancer", "brief").order_by("-id")


def contracts_like(words: str) -> QuerySet[Contract]:
    """By part of the title or of a side's name, or by identifier, a milestone's too."""
    wanted = (
        Q(title__unaccent__icontains=words)
        | Q(organisation__name__unaccent__icontains=words)
        | Q(freelancer__name__unaccent__icontains=words)
        | Q(freelancer__email__iexact=words)
    )
    if identifier := identifier_in(words):
        wanted |= Q(public_id=identifier) | Q(units__public_id=identifier)
    return contracts_for_staff().filter(wanted).distinct()


def contracts_of_person(person: Any) -> QuerySet[Contract]:
    """On either side: as the freelancer, or for an organisation of theirs."""
    of_theirs = AnyOf("organisation", person.memberships.values("organisation"))
    theirs = Contract.objects.filter(Q(freelancer=person) | of_theirs)
    return contracts_for_staff().filter(AnyOf("pk", theirs.values("pk")))


def contracts_of_organisation(organisation: Any) -> QuerySet[Contract]:
    return contracts_for_staff().filter(organisation=organisation)
