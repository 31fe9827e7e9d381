"""Which briefs are due on the schedule: one rule, for many and for one."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.organisations.permissions import HIRING_ROLES
from accounts.organisations.queries import acting_members
from projects.briefs.models.briefs import Brief
from projects.briefs.registry import column
from projects.briefs.states import LISTED

IDLE_AFTER = timedelta(days=30)
WARNING = timedelta(days=5)
# What one run of the schedule looks at.
AT_ONCE = 500

_OWNER_CAN_DECIDE = Exists(
    acting_members(*HIRING_ROLES).filter(organisation=OuterRef("organisation"))
)
_WARNED = Q(warned_at__gte=F("last_active_at"))


def briefs_to_warn() -> QuerySet[Brief]:
    """On the list, idle for 25 days, and not warned since something last happened."""
    idle_since = timezone.now() - (IDLE_AFTER - WARNING)
    idle = Brief.objects.filter(_OWNER_CAN_DECIDE, state__in=LISTED, last_active_at__lte=idle_since)
    return idle.exclude(_WARNED, warned_at__isnull=False)


def briefs_to_expire() -> QuerySet[Brief]:
    """Idle for 30 days and warned 5 days ago; not while an offer made from it is open."""
    now = timezone.now()
    return Brief.objects.filter(
        _WARNED,
        _OWNER_CAN_DECIDE,
        state__in=LISTED,
        last_active_at__lte=now - IDLE_AFTER,
        warned_at__lte=now - WARNING,
    ).exclude(column("has_offer"))


def is_due_for_warning(brief: Brief) -> bool:
    return briefs_to_warn().filter(pk=brief.pk).exists()


def is_due_to_expire(brief: Brief) -> bool:
    return briefs_to_expire().filter(pk=brief.pk).exists()
