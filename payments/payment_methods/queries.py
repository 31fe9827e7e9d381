"""Saved payment methods, scoped to those who may pay with them."""

from django.db.models import QuerySet

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.permissions import PAYING_ROLES
from accounts.people.models import User
from marketplace.core.data.alphabet import alphabetically
from payments.payment_methods.models import MethodSetup, PaymentMethod
from payments.payment_methods.states import PaymentMethodState


def organisations_to_pay_for(user: User) -> QuerySet[Organisation]:
    """Organisations for which `user` may pay, by name."""
    return Organisation.objects.filter(
        memberships__user=user, memberships__role__in=PAYING_ROLES
    ).order_by(*alphabetically("name"), "id")


def methods_of(user: User) -> QuerySet[PaymentMethod]:
    """Every saved method that `user` may pay with; defaults first, then the newest."""
    return (
        PaymentMethod.objects.filter(
            organisation__in=organisations_to_pay_for(user), state=PaymentMethodState.SAVED
        )
        .select_related("organisation")
        .order_by("-is_default", "-id")
    )


def methods_for(payer: Organisation, currency: str) -> list[PaymentMethod]:
    """What `payer` can pay with in a currency; the default first, then the newest."""
    saved = payer.payment_methods.filter(state=PaymentMethodState.SAVED)
    return [
        method
        for method in saved.order_by("-is_default", "-id")
        if method.pays_in(currency) and not method.is_expired
    ]


def heir_of(method: PaymentMethod) -> PaymentMethod | None:
    """What becomes the default when `method` is removed, if that changes."""
    if not method.is_default:
        return None
    others = method.organisation.payment_methods.filter(state=PaymentMethodState.SAVED)
    return others.exclude(pk=method.pk).order_by("-id").first()


def setups_of(user: User) -> QuerySet[MethodSetup]:
    """Every visit to the page where methods are saved that `user` may look after."""
    return MethodSetup.objects.filter(
        organisation__in=organisations_to_pay_for(user)
    ).select_related("organisation", "method")
