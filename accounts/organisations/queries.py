"""Organisations and their people, as their members may see them."""

from typing import Any

from babel.numbers import get_territory_currencies
from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.utils import timezone

from accounts.organisations.models.invitations import Invitation
from accounts.organisations.models.organisations import Membership, Organisation
from accounts.organisations.permissions import HIRING_ROLES, PAYING_ROLES
from accounts.people.models import User
from marketplace.core.data.alphabet import alphabetically
from marketplace.core.data.events import events_of
from marketplace.core.data.models import Event


def organisations_of(user: Any) -> QuerySet[Organisation]:
    """Every organisation that `user` is a member of, by name."""
    if not user.is_authenticated:
        return Organisation.objects.none()
    return Organisation.objects.filter(memberships__user=user).order_by(
        *alphabetically("name"), "id"
    )


def carried_role(user: User, organisation: str = "organisation") -> dict[str, Any]:
    """Annotations by which rows carry their viewer's role in their organisation; see `role_for`."""
    seat = Membership.objects.filter(user=user, organisation=OuterRef(organisation))
    return {"viewer_id": Value(user.pk), "viewer_role": Subquery(seat.values("role")[:1])}


def memberships_of(user: User) -> QuerySet[Membership]:
    """The memberships of `user` with their organisations, by name."""
    return (
        Membership.objects.filter(user=user)
        .select_related("organisation")
        .order_by(*alphabetically("organisation__name"), "id")
    )


def organisations_to_hire_for(user: User) -> QuerySet[Organisation]:
    """Organisations for which `user` may post briefs."""
    return Organisation.objects.filter(
        memberships__user=user, memberships__role__in=HIRING_ROLES
    ).order_by(*alphabetically("name"), "id")


def members_with(organisation: Organisation, *roles: str) -> list[User]:
    """Members of `organisation` in any of `roles`, for notices."""
    return list(
        User.objects.filter(
            memberships__organisation=organisation, memberships__role__in=roles, is_active=True
        ).order_by("id")
    )


def hiring_members(organisation: Organisation) -> list[User]:
    """Those who choose proposals, sign terms and review work."""
    return members_with(organisation, *HIRING_ROLES)


def paying_members(organisation: Organisation) -> list[User]:
    """Those who fund units."""
    return members_with(organisation, *PAYING_ROLES)


def can_decide(organisation: Organisation) -> bool:
    """Whether anybody who may choose, sign and review for it can sign in."""
    return acting_members(*HIRING_ROLES).filter(organisation=organisation).exists()


def acting_members(*roles: str) -> QuerySet[Membership]:
    """Seats in any of `roles` whose holders are not suspended."""
    return Membership.objects.filter(role__in=roles, user__is_active=True)


def memberships_in(organisation: Organisation) -> QuerySet[Membership]:
    return organisation.memberships.select_related("user").order_by("id")


def unanswered_invitations(organisation: Organisation) -> QuerySet[Invitation]:
    """Open and expired ones, newest first."""
    return (
        organisation.invitations.filter(accepted_at=None, revoked_at=None)
        .select_related("invited_by")
        .order_by("-id")
    )


def invitations_for(user: User) -> list[Invitation]:
    """Open invitations to the address of `user`, who has proven that it is theirs."""
    unanswered = Invitation.objects.filter(
        email__iexact=user.email, accepted_at=None, revoked_at=None, expires_at__gt=timezone.now()
    )
    return list(unanswered.select_related("organisation", "invited_by").order_by("-id"))


EVENTS_SHOWN = 20


def organisation_entries(organisation: Organisation) -> list[dict[str, Any]]:
    """What happened to an organisation, newest first, as entries of a timeline."""
    events = events_of(organisation).order_by("-id")[:EVENTS_SHOWN]
    return [{"what": _words(event), "when": event.at, "who": str(event.actor)} for event in events]


def _words(event: Event) -> str:
    name = event.particulars.get("name", "")
    role = dict(Membership.Role.choices).get(event.particulars.get("role", ""), "").lower()
    words = {
        "organisation.created": "Created",
        "organisation.updated": "Facts changed",
        "organisation.member_added": f"{name} joined as {role}",
        "organisation.member_removed": f"{name} left",
        "organisation.role_changed": f"{name} is now {role}",
    }
    return words.get(event.verb, event.verb)


def currency_of_client(user: Any) -> str:
    """What is paid with where their first organisation is; empty where we take none of that."""
    countries = organisations_of(user).exclude(country="").values_list("country", flat=True)
    paid_with = get_territory_currencies(countries.first() or "ZZ")
    return next((code for code in paid_with if code in settings.CURRENCIES), "")
