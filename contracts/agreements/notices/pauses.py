"""A running contract and its end."""

from collections.abc import Iterable

from accounts.letters.texts import Quotation
from accounts.notices.registry import Notice, notice_for
from accounts.people.models import User
from contracts.agreements.models.contracts import Contract
from contracts.agreements.notices.people import (
    about_contract,
    client_people,
    everyone,
    hirers,
    on_contract,
)
from marketplace.core.data.actors import CLIENT, SYSTEM_ROLE
from marketplace.core.data.models import Event


@notice_for("contract.progress_noted")
def progress_noted(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        hirers(contract),
        on_contract("{} on “{}”: where it stands", contract, event.actor),
        Quotation(event.why),
    )


@notice_for("contract.paused")
def paused(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    if event.role == SYSTEM_ROLE:
        yield about_contract(
            contract,
            everyone(contract),
            on_contract("“{}” rests", contract),
            [
                "Nothing is delivered while it rests, and nothing else is charged. It goes on as "
                "soon as the payment that is missing is held.",
                Quotation(event.why),
            ],
        )
        return
    yield about_contract(
        contract,
        _other_side(event, contract),
        on_contract("{} has paused “{}”", contract, event.actor),
        [
            "Nothing is funded or delivered while it is paused; a review that has begun goes on. "
            "Either side may resume it.",
            Quotation(event.why),
        ],
    )


@notice_for("contract.resumed")
def resumed(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    if event.role == SYSTEM_ROLE:
        yield about_contract(
            contract,
            everyone(contract),
            on_contract("“{}” goes on", contract),
            "The payment that was missing is held. Work goes on as agreed.",
        )
        return
    yield about_contract(
        contract,
        _other_side(event, contract),
        on_contract("{} has resumed “{}”", contract, event.actor),
        "Work goes on as agreed.",
    )


@notice_for("contract.given_notice")
def notice_given(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        _other_side(event, contract),
        on_contract("{} has given notice on “{}”", contract, event.actor),
        [
            "What had no funds has ended. What is funded is finished, reviewed and paid as agreed.",
            Quotation(event.why),
        ],
    )


@notice_for("contract.completed")
def completed(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        everyone(contract),
        on_contract("“{}” is completed", contract),
        "Everything is settled. The work room stays readable for both of you.",
    )


@notice_for("contract.terminated")
def terminated(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    by_staff = "It was ended by Holdout’s staff. " if event.actor else ""
    yield about_contract(
        contract,
        everyone(contract),
        on_contract("“{}” has ended", contract),
        [
            f"{by_staff}Held funds that were not released go back to the client.",
            Quotation(event.why),
        ],
    )


def _other_side(event: Event, contract: Contract) -> list[User]:
    return [contract.freelancer] if event.role == CLIENT else client_people(contract)
