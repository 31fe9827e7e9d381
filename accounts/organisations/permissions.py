"""Who may do what for an organisation: pure predicates of a user and a subject."""

from typing import Any

from accounts.organisations.models.invitations import Invitation
from accounts.organisations.models.organisations import Membership, Organisation

Role = Membership.Role
HIRING_ROLES = (Role.OWNER, Role.HIRING_MANAGER)
PAYING_ROLES = (Role.OWNER, Role.FINANCE)


def role_in(user: Any, organisation: Organisation) -> str | None:
    """The role of `user` in `organisation`, or None for a stranger."""
    if not user.is_authenticated:
        return None
    found = Membership.objects.filter(user=user, organisation=organisation)
    return found.values_list("role", flat=True).first()


def role_for(row: Any, user: Any, organisation: Organisation) -> str | None:
    """The role of `user` in the `organisation` of a row, which it carries if it was loaded so."""
    if user.is_authenticated and getattr(row, "viewer_id", None) == user.pk:
        role: str | None = row.viewer_role
        return role
    return role_in(user, organisation)


def can_view_organisation(user: Any, organisation: Organisation) -> bool:
    return role_in(user, organisation) is not None


def can_hire_for(user: Any, organisation: Organisation) -> bool:
    """Post briefs, choose proposals, sign terms and review work."""
    return role_in(user, organisation) in HIRING_ROLES


def can_pay_for(user: Any, organisation: Organisation) -> bool:
    """Fund units and see the organisation's money."""
    return role_in(user, organisation) in PAYING_ROLES


def can_manage_organisation(user: Any, organisation: Organisation) -> bool:
    """Change its facts, its members and their roles."""
    return role_in(user, organisation) == Role.OWNER


def is_client(user: Any) -> bool:
    """A member of at least one organisation."""
    return user.is_authenticated and Membership.objects.filter(user=user).exists()


def can_change_membership(user: Any, membership: Membership) -> bool:
    """Give another role."""
    return can_manage_organisation(user, membership.organisation)


def can_end_membership(user: Any, membership: Membership) -> bool:
    """An owner removes anybody; everybody may leave."""
    return membership.user_id == user.pk or can_change_membership(user, membership)


def can_manage_invitation(user: Any, invitation: Invitation) -> bool:
    return can_manage_organisation(user, invitation.organisation)


def can_answer_invitation(user: Any, invitation: Invitation) -> bool:
    """Only whoever owns the address that it was sent to."""
    return user.is_authenticated and user.email.lower() == invitation.email.lower()
