"""Whether payouts reach a person: their country, or an account that they have elsewhere.

The app that pays knows of accounts, and registers its question in `ready()`.
"""

from collections.abc import Callable
from typing import Any

from accounts.places import OutOfReach, out_of_reach

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
