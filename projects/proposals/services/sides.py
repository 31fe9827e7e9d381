"""Nobody is on both sides of the same work."""

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.permissions import role_in
from accounts.people.models import User
from projects.proposals.errors import ConflictOfSides


def refuse_member(freelancer: User, *, of: Organisation) -> None:
    """Raise ConflictOfSides if who is to work for an organisation is a member of it."""
    if role_in(freelancer, of):
        raise ConflictOfSides(name=freelancer, organisation=of)
