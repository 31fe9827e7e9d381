"""An offer from its making to its end without a contract."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import Body, Quotation
from accounts.notices.registry import Notice, notice_for
from contracts.agreements.models.contracts import Contract
from contracts.agreements.notices.people import about_contract, client_people, hirers, on_contract
from marketplace.core.data.models import Event
from marketplace.core.text.moments import moment


@notice_for("contract.offered")
def offered(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        [contract.freelancer],
        on_contract("{} offers you “{}”", contract, contract.organisation),
        f"{_offered(contract)} until {moment(contract.lapses_at)}.",
        "Read the offer",
    )


@notice_for("contract.countered")
def countered(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        hirers(contract),
        on_contract("{} proposes changes to “{}”", contract, contract.freelancer),
        _changes(event),
        "See what changed",
        url=_comparison(event),
    )


@notice_for("contract.revised")
def revised(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        [contract.freelancer],
        on_contract("{} has revised the terms of “{}”", contract, contract.organisation),
        _changes(event),
        "See what changed",
        url=_comparison(event),
    )


@notice_for("contract.withdrawn")
def withdrawn(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        [contract.freelancer],
        on_contract("{} has withdrawn the offer “{}”", contract, contract.organisation),
        [
            f"Nothing was signed by both. Your proposal is {_where(contract)}.",
            Quotation(event.why),
        ],
    )


@notice_for("contract.declined")
def declined(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    yield about_contract(
        contract,
        hirers(contract),
        on_contract("{} declines the offer “{}”", contract, contract.freelancer),
        [f"The proposal is {_where(contract, of='your')}. The reason given:", Quotation(event.why)],
    )


@notice_for("contract.lapsed")
def lapsed(event: Event) -> Iterable[Notice]:
    contract: Contract = event.subject
    missing = "funded" if contract.agreed_at else "signed by both"
    body = f"It was not {missing} in time. No money has moved."
    subject = on_contract("“{}” has lapsed", contract)
    yield about_contract(contract, [contract.freelancer], subject, body)
    yield about_contract(
        contract,
        client_people(contract),
        subject,
        f"{body} {_again(contract)}",
    )


def _offered(contract: Contract) -> str:
    if contract.is_trial:
        return (
            "It is a paid trial; your proposal stays undecided beside it. Read the task and the "
            "terms, then sign them or decline"
        )
    return "Your proposal was accepted. Read the terms, then sign them, propose changes or decline"


def _where(contract: Contract, *, of: str = "the") -> str:
    """The proposal after an offer that came to nothing."""
    return "where it was" if contract.is_trial else f"back on {of} shortlist"


def _again(contract: Contract) -> str:
    if contract.is_trial:
        return "The proposal is where it was, and you can offer a trial again."
    return "The proposal is back on your shortlist, where you can accept it again."


def _comparison(event: Event) -> str:
    number = event.particulars["version"]
    return reverse("contracts:terms_changes", args=[event.subject.public_id, number])


def _changes(event: Event) -> Body:
    number = event.particulars["version"]
    words = f"Version {number} of the terms replaces the last one; both sides sign it anew."
    return [words, Quotation(event.why)]
