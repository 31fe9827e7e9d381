"""Signatures, and the contract that two of them make."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.notices.registry import Notice, notice_for
from contracts.agreements.models.contracts import Contract
from contracts.agreements.notices.people import about_contract, hirers, on_contract, payers
from marketplace.core.data.actors import CLIENT
from marketplace.core.data.models import Event
from marketplace.core.text.moments import moment


@notice_for("contract.signed")
def signed(event: Event) -> Iterable[Notice]:
    """The first signature; the second one is told as the agreement."""
    contract: Contract = event.subject
    if event.particulars["is_second"]:
        return
    others = [contract.freelancer] if event.role == CLIENT else hirers(contract)
    yield about_contract(
        contract,
        others,
        on_contract("{} has signed “{}”", contract, event.actor),
        f"Version {event.particulars['version']} of the terms carries their signature. "
        "It takes effect when you sign the same version.",
        "Read and sign",
        url=reverse("contracts:signature", args=[contract.public_id]),
    )


@notice_for("contract.agreed")
def agreed(event: Event) -> Iterable[Notice]:
    """Whoever signed second hears too: what comes next concerns both."""
    contract: Contract = event.subject
    first = contract.units.first()
    assert first is not None  # terms without units cannot be offered
    yield about_contract(
        contract,
        [contract.freelancer],
        on_contract("“{}” is signed by both", contract),
        f"{contract.organisation} now funds {first.name}, {first.price}, until "
        f"{moment(contract.lapses_at)}. Work begins when it is funded: you will hear.",
        to_actor=True,
    )
    yield about_contract(
        contract,
        payers(contract),
        on_contract(f"“{{}}” is signed by both: fund {first.name}", contract),
        f"Fund {first.price} until {moment(contract.lapses_at)}, or the contract "
        "lapses. The money is held and released only after your approval.",
        f"Fund {first.name}",
        url=f"{first.get_absolute_url()}funding/",
        to_actor=True,
    )
    watchers = set(hirers(contract)) - set(payers(contract))
    yield about_contract(
        contract,
        sorted(watchers, key=lambda person: person.pk),
        on_contract("“{}” is signed by both", contract),
        f"Somebody who pays for your organisation now funds {first.name}.",
    )
