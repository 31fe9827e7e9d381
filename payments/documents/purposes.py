"""What an escrow pays for, in the words of the app that owns the unit: shown on papers.

register_purpose(builder): each builder is asked for the facts that it knows of an escrow.
"""

from collections.abc import Callable

from payments.escrows.models.escrows import Escrow

# Names of facts with what they are, such as ("Milestone", "2. Model and evaluation").
Facts = list[tuple[str, str]]
Builder = Callable[[Escrow], Facts]
_builders: list[Builder] = []


def register_purpose(builder: Builder) -> Builder:
    _builders.append(builder)
    return builder


def purpose_of(escrow: Escrow) -> Facts:
    """What is known of it, and at least its title."""
    if escrow.bonus_for is not None:
        return [("Bonus", escrow.title), *purpose_of(escrow.bonus_for)]
    told = [fact for builder in _builders for fact in builder(escrow)]
    return told or [("Work", escrow.title)]
