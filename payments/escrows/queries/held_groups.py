"""What is held for an organisation, by what the units are parts of."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max, Q, QuerySet
from django.db.models.functions import Coalesce

from accounts.organisations.models.organisations import Organisation
from marketplace.core.data.arrays import AnyOf
from marketplace.core.data.money import Money
from payments.escrows.models.escrows import Escrow
from payments.escrows.queries.escrows import RAIL, escrows_paid_by, place_of
from payments.escrows.states import UNPAID, EscrowState

# Of groups on a page; who has more finds the rest in the list of all work.
MOST = 20


@dataclass
class HeldGroup:
    """Units of one currency that belong together, each with what it holds now."""

    title: str
    payee: str
    currency: str
    escrows: list[Escrow] = field(default_factory=list)

    @property
    def total(self) -> Money:
        return Money(sum(escrow.inside for escrow in self.escrows), self.currency)

    @property
    def parts(self) -> list[tuple[str, int]]:
        """For the money rail: held, in review or disputed."""
        sums = dict.fromkeys(RAIL, 0)
        for escrow in self.escrows:
            place = "held" if escrow.state in UNPAID else place_of(escrow)
            sums[place] += escrow.inside
        return list(sums.items())

    @property
    def lines(self) -> list[tuple[Escrow, Money]]:
        return [(escrow, Money(escrow.inside, self.currency)) for escrow in self.escrows]


def held_groups(organisations: QuerySet[Organisation]) -> list[HeldGroup]:
    """What these organisations have held, the newest group first; a unit alone is its own.

    One group more than `MOST` says that there are more.
    """
    held = (
        escrows_paid_by(organisations)
        .filter(
            Q(state__in=(EscrowState.HELD, EscrowState.DISPUTED))
            | Q(state__in=UNPAID, carried_in__gt=0)
        )
        .annotate(group=Coalesce("group_id", "public_id"))
    )
    newest = held.order_by().values("group").annotate(newest=Max("pk")).order_by("-newest")
    groups: dict[tuple[Any, str], HeldGroup] = {}
    for escrow in held.filter(AnyOf("group", newest.values("group")[: MOST + 1])):
        key = (escrow.group, escrow.currency)
        title = escrow.group_title or escrow.title
        group = groups.setdefault(key, HeldGroup(title, str(escrow.payee), escrow.currency))
        group.escrows.insert(0, escrow)
    return list(groups.values())
