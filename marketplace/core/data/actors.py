"""Who acts: a person in a role, or the system on its schedule."""

from dataclasses import dataclass
from typing import Any

CLIENT = "client"
FREELANCER = "freelancer"
MODERATOR = "moderator"
PERSON = "person"
SYSTEM_ROLE = "system"


@dataclass(frozen=True)
class Actor:
    """A user in one role; `user` is None only for the system."""

    user: Any
    role: str
    address: str | None = None


SYSTEM = Actor(user=None, role=SYSTEM_ROLE)


def client(user: Any, address: str | None = None) -> Actor:
    return Actor(user, CLIENT, address)


def freelancer(user: Any, address: str | None = None) -> Actor:
    return Actor(user, FREELANCER, address)


def moderator(user: Any) -> Actor:
    return Actor(user, MODERATOR)


def person(user: Any) -> Actor:
    """Somebody acting for themselves, on neither side of a contract."""
    return Actor(user, PERSON)
