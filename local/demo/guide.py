"""Whom to sign in as, and what to try."""

from collections.abc import Iterator
from typing import NamedTuple

from local.demo.content.freelancers import FREELANCERS
from local.demo.content.organisations import ORGANISATIONS
from local.demo.content.staff import DOMAIN, STAFF
from local.demo.stories.cast import email_of


class Guest(NamedTuple):
    """A person that a visitor can be; `part` is what they are in the marketplace."""

    name: str
    part: str
    email: str
    try_this: str


def people_to_try() -> list[Guest]:
    """Everybody in the content with a line of what to try: clients, freelancers, staff."""
    return [guest for guest in _everybody() if guest.try_this]


def _everybody() -> Iterator[Guest]:
    for company in ORGANISATIONS:
        for member in company.members:
            part = f"{member.role.replace('_', ' ')} of {company.name}"
            email = email_of(member.name, domain=company.domain)
            yield Guest(member.name, part, email, member.try_this)
    for person in FREELANCERS:
        yield Guest(person.name, "freelancer", email_of(person.name), person.try_this)
    for member in STAFF:
        yield Guest(member.name, member.role, email_of(member.name, domain=DOMAIN), member.try_this)
