"""People and organisations as staff look at them."""

from datetime import timedelta

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from accounts.notices.models import Notification
from accounts.organisations.models.organisations import Membership, Organisation
from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.data.actors import MODERATOR
from marketplace.core.data.alphabet import alphabetically
from marketplace.core.data.events import events_of
from marketplace.core.data.models import Event, OutboxMessage
from marketplace.core.staff.registry import identifier_in

NEWS = timedelta(days=7)
# An email or a job that has waited longer than this is stuck.
PATIENCE = timedelta(minutes=10)
SHOWN = 20


def people_for_staff() -> QuerySet[User]:
    """Everybody, with their organisations and their profile at hand."""
    seats = Membership.objects.select_related("organisation").order_by(
        *alphabetically("organisation__name"), "id"
    )
    return User.objects.select_related("freelancer_profile").prefetch_related(
        Prefetch("memberships", seats)
    )


def people_like(words: str) -> QuerySet[User]:
    """By part of the name or email, or by the exact identifier of the person or profile."""
    wanted = Q(name__unaccent__icontains=words) | Q(email__icontains=words)
    if identifier := identifier_in(words):
        wanted |= Q(public_id=identifier) | Q(freelancer_profile__public_id=identifier)
    return people_for_staff().filter(wanted).order_by("-id")


def organisations_for_staff() -> QuerySet[Organisation]:
    return Organisation.objects.prefetch_related(
        Prefetch("memberships", Membership.objects.select_related("user").order_by("id"))
    )


def organisations_like(words: str) -> QuerySet[Organisation]:
    wanted = Q(name__unaccent__icontains=words) | Q(website__icontains=words)
    if identifier := identifier_in(words):
        wanted |= Q(public_id=identifier)
    return Organisation.objects.filter(wanted).order_by("-id")


def profiles_for_staff() -> QuerySet[FreelancerProfile]:
    return FreelancerProfile.objects.select_related("user")


def events_about(user: User) -> QuerySet[Event]:
    """What happened to a person and their profile, newest first."""
    profile = getattr(user, "freelancer_profile", None)
    subjects = [user, profile] if profile else [user]
    return events_of(*subjects).order_by("-id")[:SHOWN]


def events_by(user: User) -> QuerySet[Event]:
    """What a person did, newest first."""
    return Event.objects.filter(actor=user).select_related("actor").order_by("-id")[:SHOWN]


def staff_acts() -> QuerySet[Event]:
    """What staff did, newest first."""
    return Event.objects.filter(role=MODERATOR).select_related("actor").order_by("-id")


def new_organisations() -> QuerySet[Organisation]:
    return Organisation.objects.filter(created_at__gt=timezone.now() - NEWS)


def unsent_notices() -> QuerySet[Notification]:
    """Emails whose sending began and never ended."""
    late = timezone.now() - PATIENCE
    return Notification.objects.filter(email_started_at__lt=late, emailed_at=None)


def late_jobs() -> QuerySet[OutboxMessage]:
    """Promised jobs that are not done though their time has long come."""
    late = timezone.now() - PATIENCE
    return OutboxMessage.objects.filter(done_at=None, created_at__lt=late).filter(
        Q(attempts__gt=0) | Q(due_at__lt=late)
    )
