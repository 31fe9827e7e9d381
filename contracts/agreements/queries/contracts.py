"""Reads of contracts, each scoped to who looks: the freelancer, and the client's members."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.organisations.models.organisations import Membership, Organisation
from accounts.organisations.queries import carried_role
from accounts.people.models import User
from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.models.contracts import Contract
from contracts.agreements.models.terms import Side, Signature
from contracts.agreements.states import ContractState
from marketplace.core.data.arrays import AnyOf
from marketplace.core.data.events import about, events_in_order


def contracts_for(user: Any) -> QuerySet[Contract]:
    """Every contract that `user` is on one side of, newest first.

    Each carries what its viewer may do (`viewer_id`, `viewer_role`) and who has signed the
    version on the table (`client_signed`, `freelancer_signed`).
    """
    if not user.is_authenticated:
        return Contract.objects.none()
    seats = Membership.objects.filter(user=user)
    mine = Q(freelancer=user) | AnyOf("organisation", seats.values("organisation"))
    signed = Signature.objects.filter(terms=OuterRef("terms"))
    return (
        Contract.objects.annotate(
            **carried_role(user),
            client_signed=Exists(signed.filter(side=Side.CLIENT)),
            freelancer_signed=Exists(signed.filter(side=Side.FREELANCER)),
        )
        .filter(AnyOf("pk", Contract.objects.filter(mine).values("pk")))
        .select_related(
            "organisation",
            "freelancer__freelancer_profile",
            "freelancer__payee",
            "offered_by",
            "brief",
            "terms",
        )
        .defer("terms__text")
        .order_by("-id")
    )


def completed_by(organisation: Organisation, freelancer: User) -> QuerySet[Contract]:
    """The contracts that the two completed together; to try each other is none yet."""
    done = Contract.objects.filter(state=ContractState.COMPLETED)
    done = done.exclude(kind=EngagementKind.TRIAL)
    return done.filter(organisation=organisation, freelancer=freelancer)


def paused_since(contract: Contract) -> datetime | None:
    """Since when a contract is paused; None for one that is not."""
    return _newest(contract, "contract.paused") if contract.is_paused else None


def notice_given_at(contract: Contract) -> datetime | None:
    """When notice was given of a contract that ends; None for one that does not."""
    return _newest(contract, "contract.given_notice") if contract.is_ending else None


def _newest(contract: Contract, verb: str) -> datetime | None:
    """When that happened last; an event is never later than what followed from it."""
    events = events_in_order(about(Contract.objects.filter(pk=contract.pk))).filter(verb=verb)
    return events.values_list("at", flat=True).last()
