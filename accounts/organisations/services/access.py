"""Who can act changes: those apps hear of it whose clocks must not run against the absent."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.queries import can_decide
from accounts.organisations.signals import access_changed, organisation_let_in
from accounts.people.models import User


@contextmanager
def access_changes(
    organisations: Iterable[Organisation], *, user: User | None = None
) -> Iterator[None]:
    """Around a change of who can act for `organisations`; tells of it when it is made.

    Runs in the transaction of the change. Side effects: `access_changed`,
    `organisation_let_in` for each that nobody could decide for before.
    """
    named = list(organisations)
    shut = [organisation for organisation in named if not can_decide(organisation)]
    yield
    for organisation in named:
        access_changed.send(sender=Organisation, organisation=organisation)
    if user is not None:
        access_changed.send(sender=User, user=user)
    for organisation in shut:
        if can_decide(organisation):
            organisation_let_in.send(sender=Organisation, organisation=organisation)
