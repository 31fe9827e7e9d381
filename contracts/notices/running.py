"""A running contract and its end."""

from collections.abc import Iterable

from accounts.models import User
from accounts.notices import Notice, notice_for
from contracts.models import Contract
from contracts.notices.people import about_contract, client_people, everyone, hirers, quoted
from marketplace.core.actors import CLIENT
from marketplace.core.models import Event


@notice_for("contract.progress_noted")
def progress_noted(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        hirers(contract),
        f"{event.actor} on “{contract.title}”: where it stands",
        quoted(event.why),
    )


@notice_for("contract.paused")
def paused(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        _other_side(event, contract),
        f"{event.actor} has paused “{contract.title}”",
        "Nothing is funded or delivered while it is paused; a review that has begun goes on. "
        f"Either side may resume it.\n\n{quoted(event.why)}",
    )


@notice_for("contract.resumed")
def resumed(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        _other_side(event, contract),
        f"{event.actor} has resumed “{contract.title}”",
        "Work goes on as agreed.",
    )


@notice_for("contract.given_notice")
def notice_given(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        _other_side(event, contract),
        f"{event.actor} has given notice on “{contract.title}”",
        "Milestones without funds have ended. Funded ones are delivered, reviewed and paid as "
        f"agreed.\n\n{quoted(event.why)}",
    )


@notice_for("contract.completed")
def completed(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        everyone(contract),
        f"“{contract.title}” is completed",
        "Every milestone is settled. The work room stays readable for both of you.",
    )


@notice_for("contract.terminated")
def terminated(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    by_staff = "It was ended by Holdout’s staff. " if event.actor else ""
    yield about_contract(
        contract,
        everyone(contract),
        f"“{contract.title}” has ended",
        f"{by_staff}Held funds that were not released go back to the client.\n\n"
        f"{quoted(event.why)}",
    )


def _other_side(event: Event, contract: Contract) -> list[User]:
    return [contract.freelancer] if event.role == CLIENT else client_people(contract)
