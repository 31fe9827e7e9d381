"""Whether payouts reach a person: their country, or an account that they have elsewhere.

The app that pays knows of accounts, and registers its question in `ready()`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.people.places import countries, country_name
from marketplace.core.data.payout_countries import REACHED


def reached_countries() -> list[tuple[str, str]]:
    """Those that payouts reach, likewise."""
    return [pair for pair in countries() if pair[0] in REACHED]


@dataclass(frozen=True)
class OutOfReach:
    """A country that payouts do not reach, by name, beside those that they do."""

    country: str
    reached: list[str]


def out_of_reach(code: str) -> OutOfReach | None:
    """Nothing for a country that payouts reach, or that nobody stated."""
    if not code or code in REACHED:
        return None
    return OutOfReach(country_name(code), reached_names())


def reached_names() -> list[str]:
    return [name for _, name in reached_countries()]


_account_questions: list[Callable[[Any], bool]] = []


def payout_account(question: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Register what tells whether a person has an account to be paid to already."""
    _account_questions.append(question)
    return question


def payouts_out_of_reach(user: Any, country: str) -> OutOfReach | None:
    """Set where nothing could be paid to a person who lives in `country`: it is not reached, and
    they have no payout account in another one.
    """
    reach = out_of_reach(country)
    has_account = reach is not None and any(asks(user) for asks in _account_questions)
    return None if has_account else reach
