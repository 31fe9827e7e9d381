"""Who keeps and charges saved methods."""

from typing import Any

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.permissions import PAYING_ROLES, can_pay_for
from payments.payment_methods.models import MethodSetup, PaymentMethod


def can_pay_at_all(user: Any) -> bool:
    """Owners and finance of any organisation."""
    return bool(user.memberships.filter(role__in=PAYING_ROLES).exists())


def can_keep_methods(user: Any, subject: Organisation | PaymentMethod | MethodSetup) -> bool:
    """Saved payment methods are for owners and finance of the organisation alone."""
    organisation = subject if isinstance(subject, Organisation) else subject.organisation
    return can_pay_for(user, organisation)
