"""Whom a contract concerns, and words that depend on the reader."""

from collections.abc import Iterable

from accounts.letters.texts import Body, Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice
from accounts.organisations.queries import hiring_members, paying_members
from accounts.people.models import User
from contracts.agreements.models.contracts import Contract


def hirers(contract: Contract) -> list[User]:
    """Those who sign and review for the client; the freelancer is never one of them."""
    return _others(contract, hiring_members(contract.organisation))


def payers(contract: Contract) -> list[User]:
    return _others(contract, paying_members(contract.organisation))


def client_people(contract: Contract) -> list[User]:
    """Everyone who acts for the client, each once."""
    return list(dict.fromkeys([*hirers(contract), *payers(contract)]))


def hirers_without_receipt(contract: Contract) -> list[User]:
    """Those who review the work but do not pay: the payers hear of a payment by its receipt."""
    paying = set(payers(contract))
    return [user for user in hirers(contract) if user not in paying]


def everyone(contract: Contract) -> list[User]:
    return [contract.freelancer, *client_people(contract)]


def about_contract(
    contract: Contract,
    people: Iterable[User],
    subject: Subject,
    body: Body,
    action: str = "",
    *,
    url: str = "",
    to_actor: bool = False,
) -> Notice:
    return Notice(
        recipients=list(people),
        kind=NoticeKind.CONTRACTS,
        subject=subject,
        body=body,
        url=url or contract.get_absolute_url(),
        action=action or "Open the contract",
        to_actor=to_actor,
    )


def on_contract(template: str, contract: Contract, *words: object) -> Subject:
    """`template` filled with `words`, its last `{}` with the title of the contract."""
    return subject_line(template, *words, contract.title)


def _others(contract: Contract, people: list[User]) -> list[User]:
    return [person for person in people if person.pk != contract.freelancer_id]
