"""Whom a contract concerns, and words that depend on the reader."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from accounts.models import User
from accounts.notices import Notice, NoticeKind
from accounts.queries.organisations import hiring_members, paying_members
from contracts.models import Contract, Milestone


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


def moment(at: datetime, reader: User) -> str:
    """Thu 26 Nov 2026, 17:00 in the reader's own zone."""
    local = at.astimezone(ZoneInfo(reader.time_zone))
    return f"{local:%a} {local.day} {local:%b %Y, %H:%M}"


def about_contract(
    contract: Contract,
    people: Iterable[User],
    subject: str,
    body: str,
    action: str = "",
    *,
    url: str = "",
    to_actor: bool = False,
) -> Notice:
    return Notice(
        recipients=list(people),
        kind=NoticeKind.CONTRACTS,
        subject=subject[:200],
        body=body,
        url=url or contract.get_absolute_url(),
        action=action or "Open the contract",
        to_actor=to_actor,
    )


def about_milestone(
    milestone: Milestone,
    people: Iterable[User],
    subject: str,
    body: str,
    *,
    url: str = "",
    action: str = "",
) -> Notice:
    return Notice(
        recipients=list(people),
        kind=NoticeKind.MILESTONES,
        subject=subject[:200],
        body=body,
        url=url or milestone.get_absolute_url(),
        action=action or "Open the milestone",
    )


def named(milestone: Milestone) -> str:
    return f"milestone {milestone.position} of “{milestone.contract.title}”"


def quoted(words: str) -> str:
    """What a person wrote, set off from ours."""
    return "\n".join(f"> {line}".rstrip() for line in words.strip().splitlines())


def _others(contract: Contract, people: list[User]) -> list[User]:
    return [person for person in people if person.pk != contract.freelancer_id]
