"""Ours: permission, then `release_escrow`, which locks, moves, posts, records and enqueues."""

import os
from collections.abc import Callable, Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
django.setup()

from accounts.organisations.models.organisations import Membership
from accounts.people.models import User
from bench.population import fill, fill_fee_account
from marketplace.core.data import actors
from payments.escrows.models.escrows import Escrow
from payments.ledger.chart import AccountKind
from payments.ledger.services import ledger
from payments.ledger.services.roll_ups import roll_up_accounts
from payments.releases.permissions import can_release_part
from payments.releases.services.releases import release_escrow


def prepare(movements: int) -> None:
    fill(movements=movements)


def mover(client: int, clients: int, pool: str) -> Callable[[], None]:
    waiting = held_escrows(client, clients, pool)

    def move() -> None:
        escrow, owner = next(waiting)
        assert can_release_part(owner, escrow)
        release_escrow(escrow=escrow, by=actors.client(owner), why="The work is accepted")

    return move


def held_escrows(client: int, clients: int, pool: str) -> Iterator[tuple[Escrow, User]]:
    """This client's share of the escrows that nobody has released, with their payers' owners."""
    owners = {
        membership.organisation_id: membership.user
        for membership in Membership.objects.select_related("user")
    }
    held = Escrow.objects.filter(title=pool, state="held").order_by("id")
    ids = [pk for pk in held.values_list("pk", flat=True) if pk % clients == client]
    while ids:
        # The first ones are loaded before the clock starts.
        chunk, ids = ids[:2_000], ids[2_000:]
        for escrow in list(Escrow.objects.filter(pk__in=chunk).select_related("payer")):
            yield escrow, owners[escrow.payer_id]
    raise RuntimeError(f"no escrow of the pool {pool} is left: prepare more")


def balance_reader(entries: int) -> Callable[[], int]:
    """The platform's rolled up fee account of a currency, with so many entries, and its reader."""
    currency = fill_fee_account(entries)
    roll_up_accounts()
    return lambda: ledger.balance(AccountKind.PLATFORM_FEES, 0, currency)
