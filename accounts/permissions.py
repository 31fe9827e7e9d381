"""Who may do what: pure predicates of a user and a subject."""

from typing import Any

from accounts.models import (
    ApiToken,
    CaseStudy,
    FreelancerProfile,
    Invitation,
    Membership,
    Notification,
    Organisation,
    User,
)
from marketplace.core.data.reads import value_of
from marketplace.core.staff.registry import can_moderate, is_of_staff

Role = Membership.Role


def role_in(user: Any, organisation: Organisation) -> str | None:
    """The role of `user` in `organisation`, or None for a stranger."""
    if not user.is_authenticated:
        return None
    return value_of(Membership, "role", user=user.pk, organisation=organisation.pk)


def can_view_organisation(user: Any, organisation: Organisation) -> bool:
    return role_in(user, organisation) is not None


def can_hire_for(user: Any, organisation: Organisation) -> bool:
    """Post briefs, choose proposals, sign terms and review work."""
    return role_in(user, organisation) in (Role.OWNER, Role.HIRING_MANAGER)


def can_pay_for(user: Any, organisation: Organisation) -> bool:
    """Fund units and see the organisation's money."""
    return role_in(user, organisation) in (Role.OWNER, Role.FINANCE)


def can_act_for(user: Any, organisation: Organisation) -> bool:
    """Anything beyond looking."""
    return role_in(user, organisation) in (Role.OWNER, Role.HIRING_MANAGER, Role.FINANCE)


def can_manage_organisation(user: Any, organisation: Organisation) -> bool:
    """Change its facts, its members and their roles."""
    return role_in(user, organisation) == Role.OWNER


def is_freelancer(user: Any) -> bool:
    return user.is_authenticated and FreelancerProfile.objects.filter(user=user).exists()


def has_case_study(user: Any) -> bool:
    return user.is_authenticated and CaseStudy.objects.filter(profile__user=user).exists()


def can_propose_as_freelancer(user: Any) -> bool:
    """A first proposal needs a profile with at least one case study."""
    return has_case_study(user)


def can_view_profile(user: Any, profile: FreelancerProfile) -> bool:
    """An unlisted or hidden profile shows itself to its owner only."""
    return (profile.is_listed and not profile.is_hidden) or profile.user_id == user.pk


def is_client(user: Any) -> bool:
    """A member of at least one organisation."""
    return user.is_authenticated and Membership.objects.filter(user=user).exists()


def can_save_profile(user: Any, profile: FreelancerProfile) -> bool:
    """A client keeps others for later, not themselves."""
    return not owns_profile(user, profile) and is_client(user)


def can_invite_freelancer(user: Any, profile: FreelancerProfile) -> bool:
    """Anybody signed in learns there what they lack; nobody invites themselves."""
    return user.is_authenticated and not owns_profile(user, profile)


def owns_profile(user: Any, profile: FreelancerProfile) -> bool:
    return profile.user_id == user.pk


def owns_case_study(user: Any, case_study: CaseStudy) -> bool:
    return case_study.profile.user_id == user.pk


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


def owns_notification(user: Any, notification: Notification) -> bool:
    return notification.user_id == user.pk


def owns_token(user: Any, token: ApiToken) -> bool:
    return token.user_id == user.pk


def can_moderate_person(user: Any, person: User) -> bool:
    """A moderator, but not over themselves, other staff, or those they work with."""
    if not can_moderate(user) or user.pk == person.pk or is_of_staff(person):
        return False
    return not Membership.objects.filter(
        user=user, organisation__in=person.memberships.values("organisation")
    ).exists()


def can_moderate_profile(user: Any, profile: FreelancerProfile) -> bool:
    return can_moderate_person(user, profile.user)


def can_give_powers(user: Any) -> bool:
    return bool(user.is_superuser)


def can_set_powers(user: Any, person: User) -> bool:
    """Administrators, never for themselves."""
    return can_give_powers(user) and user.pk != person.pk
