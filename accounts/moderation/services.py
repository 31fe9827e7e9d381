"""A moderator's acts on people and profiles, each with a reason that the event log keeps."""

from allauth.usersessions.models import UserSession
from django.db import transaction

from accounts.moderation.errors import AlreadySo, StaffNotSuspended
from accounts.organisations.queries import organisations_of
from accounts.organisations.services.access import access_changes
from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.data.actors import MODERATOR, Actor
from marketplace.core.data.edit_versions import refuse_passed_version
from marketplace.core.data.errors import ActorNotAllowed
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from marketplace.core.staff.reasons import require_staff_reason
from marketplace.core.staff.registry import is_of_staff


@transaction.atomic
def suspend_person(*, user: User, by: Actor, why: str) -> User:
    """Keep a person from signing in and end their sessions; contracts and money stay.

    Writes an event; the person is told by email. API tokens rest while they are suspended, and
    where nobody else can decide for their side no period runs against it (decision 18).
    """
    _check(by, why, noun="person", verb="suspended")
    lock(user)
    if is_of_staff(user):
        raise StaffNotSuspended(name=user)
    with access_changes(organisations_of(user), user=user):
        _set_active(user, is_active=False)
    for session in UserSession.objects.filter(user=user):
        session.end()
    record("user.suspended", subject=user, actor=by, why=why)
    return user


@transaction.atomic
def restore_person(*, user: User, by: Actor, why: str) -> User:
    """Let a suspended person sign in again; writes an event and tells them."""
    _check(by, why, noun="person", verb="restored")
    lock(user)
    with access_changes(organisations_of(user), user=user):
        _set_active(user, is_active=True)
    record("user.restored", subject=user, actor=by, why=why)
    return user


def powers_of(user: User) -> dict[str, bool]:
    """What an administrator may give and take."""
    return {"is_moderator": user.is_moderator, "is_staff": user.is_staff}


@transaction.atomic
def set_powers(
    *, user: User, by: Actor, why: str, is_moderator: bool, is_staff: bool, seen: str = ""
) -> User:
    """An administrator's act: make somebody a moderator or of the staff, or end it; an event.

    With `seen`, the version that was edited, raises EditedMeanwhile if another is stored by now.
    """
    _check(by, why, noun="person", verb="given powers")
    lock(user)
    powers = {"is_moderator": is_moderator, "is_staff": is_staff}
    refuse_passed_version(seen, wanted=powers, stored=lambda: powers_of(user))
    if (user.is_moderator, user.is_staff) == (is_moderator, is_staff):
        raise AlreadySo
    user.is_moderator, user.is_staff = is_moderator, is_staff
    user.save(update_fields=["is_moderator", "is_staff"])
    record("user.powers_set", subject=user, actor=by, why=why, particulars=powers)
    return user


@transaction.atomic
def hide_profile(*, profile: FreelancerProfile, by: Actor, why: str) -> FreelancerProfile:
    """Take a profile out of the public's sight; its owner still sees it, and is told why."""
    _check(by, why, noun="profile", verb="hidden")
    _set_hidden(profile, is_hidden=True)
    record("profile.hidden", subject=profile, actor=by, why=why)
    return profile


@transaction.atomic
def show_profile(*, profile: FreelancerProfile, by: Actor, why: str) -> FreelancerProfile:
    """Let a hidden profile be seen again as its owner lists it; writes an event, tells them."""
    _check(by, why, noun="profile", verb="shown")
    _set_hidden(profile, is_hidden=False)
    record("profile.shown", subject=profile, actor=by, why=why)
    return profile


def _check(by: Actor, why: str, *, noun: str, verb: str) -> None:
    require_staff_reason(why)
    if by.role != MODERATOR:
        raise ActorNotAllowed(role=by.role, noun=noun, verb=verb)


def _set_active(user: User, *, is_active: bool) -> None:
    if user.is_active == is_active:
        raise AlreadySo
    user.is_active = is_active
    user.save(update_fields=["is_active"])


def _set_hidden(profile: FreelancerProfile, *, is_hidden: bool) -> None:
    lock(profile)
    if profile.is_hidden == is_hidden:
        raise AlreadySo
    profile.is_hidden = is_hidden
    profile.save(update_fields=["is_hidden"])
