"""A side cannot act: both sides and staff hear that no period runs, and when it goes on."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.organisations.permissions import HIRING_ROLES
from accounts.people.models import User
from contracts.agreements.models.contracts import Contract
from contracts.agreements.notices.people import about_contract, client_people, on_contract
from contracts.units.models.units import Unit
from contracts.units.states import HOLDING, UnitState
from marketplace.core.data.actors import CLIENT
from marketplace.core.data.models import Event
from marketplace.core.text.moments import moment
from payments.escrows.notices.people import staff


@notice_for("contract.stood_still")
def stood_still(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    is_client = event.particulars["side"] == CLIENT
    out = contract.organisation if is_client else contract.freelancer
    subject = on_contract("Reviews and deadlines are paused: “{}”", contract)
    still = (
        "No review period and no deadline of the contract runs meanwhile, and nothing is "
        "released, refunded or cancelled by silence."
    )
    for reader in _both_sides(contract):
        is_out = (reader.pk != contract.freelancer_id) == is_client
        whom = "you cannot act" if is_out else f"{out} cannot act"
        yield about_contract(
            contract,
            [reader],
            subject,
            f"Our staff suspended an account, so {whom} on this contract at the moment. {still} "
            "It goes on when the suspension ends, or a moderator decides and tells both sides why.",
        )
    if contract.units.filter(state__in=HOLDING).exists():
        yield Notice(
            recipients=staff(),
            kind=NoticeKind.CONTRACTS,
            subject=on_contract("Stands still: “{}”", contract),
            body=f"{out} cannot act since a suspension, and money is held. {still} End the "
            "suspension, or decide about what was delivered, with a reason that both sides read.",
            url=reverse("contracts:staff_contract", args=[contract.public_id]),
            action="Look at it",
        )


@notice_for("contract.went_on")
def went_on(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    reviews = " ".join(_review(unit) for unit in _in_review(contract))
    yield about_contract(
        contract,
        _both_sides(contract),
        on_contract("Reviews and deadlines go on: “{}”", contract),
        f"Both sides can act again: every period goes on for what was left of it. {reviews}",
    )


def _both_sides(contract: Contract) -> list[User]:
    """With those who are kept out: they are told by email, which they may answer."""
    seats = User.objects.filter(
        memberships__organisation=contract.organisation_id, memberships__role__in=HIRING_ROLES
    ).exclude(pk=contract.freelancer_id)
    client_side = [*client_people(contract), *seats.filter(is_active=False).order_by("id")]
    return list(dict.fromkeys([contract.freelancer, *client_side]))


def _in_review(contract: Contract) -> Iterable[Unit]:
    return contract.units.filter(state=UnitState.SUBMITTED, review_ends_at__isnull=False)


def _review(unit: Unit) -> str:
    assert unit.review_ends_at is not None
    ends = moment(unit.review_ends_at)
    return f"The review of {unit.name} ends on {ends}."
