"""Contracts of which a side cannot act: whose they are, and what waits in them.

For a client what counts is whether anybody is left who may decide: review and sign, or pay
where nothing but the payment is missing.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.permissions import HIRING_ROLES, PAYING_ROLES
from accounts.organisations.queries import acting_members
from accounts.people.models import User
from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import CLOSED, ContractState
from marketplace.core.data.actors import CLIENT, FREELANCER


def side_kept_out(contract: Contract) -> str:
    """Client, freelancer, or nobody (""), by what is true now."""
    is_to_pay = contract.state == ContractState.AWAITING_FUNDS
    roles = PAYING_ROLES if is_to_pay else HIRING_ROLES
    if not acting_members(*roles).filter(organisation=contract.organisation_id).exists():
        return CLIENT
    is_in = User.objects.filter(pk=contract.freelancer_id, is_active=True).exists()
    return "" if is_in else FREELANCER


def contracts_to_look_at() -> QuerySet[Contract]:
    """Open ones that do not say yet, or still say, that a side is kept out."""
    seats = {"organisation": OuterRef("organisation")}
    is_to_pay = Q(state=ContractState.AWAITING_FUNDS)
    acting = (is_to_pay & Exists(acting_members(*PAYING_ROLES).filter(**seats))) | (
        ~is_to_pay & Exists(acting_members(*HIRING_ROLES).filter(**seats))
    )
    are_both_in = acting & Q(freelancer__is_active=True)
    marked = Q(stands_still_since__isnull=False)
    wrong = (are_both_in & marked) | (~are_both_in & ~marked)
    return Contract.objects.exclude(state__in=CLOSED).filter(wrong)


def open_contracts_of(
    *, user: User | None = None, organisation: Organisation | None = None
) -> QuerySet[Contract]:
    """Those that a change of who can act may concern."""
    side = Q(freelancer=user) if user else Q(organisation=organisation)
    return Contract.objects.exclude(state__in=CLOSED).filter(side)


def standing_contracts() -> QuerySet[Contract]:
    """Open ones in which no period runs, the longest first."""
    rows = Contract.objects.filter(stands_still_since__isnull=False).exclude(state__in=CLOSED)
    return rows.select_related("organisation", "freelancer").order_by("stands_still_since", "id")
