"""Receipts, invoices and statements, scoped to whom they are made out."""

from django.db.models import Q, QuerySet

from accounts.models import Organisation, User
from payments.models import BillingDetails, Document, Escrow


def documents_of(user: User) -> QuerySet[Document]:
    """Receipts of the person's organisations, and their own invoices and statements."""
    paid = Q(charge__escrow__payer__in=user.memberships.values("organisation"))
    rows = Document.objects.filter(paid | Q(payout__payee=user))
    return rows.select_related("charge__escrow", "payout__escrow").order_by("-id")


def documents_about(escrow: Escrow, *, viewer: User) -> QuerySet[Document]:
    """Those of one escrow that `viewer` may have, oldest first."""
    about = Q(charge__escrow=escrow) | Q(payout__escrow=escrow)
    return documents_of(viewer).filter(about).order_by("id")


def billing_of_organisation(organisation: Organisation) -> BillingDetails | None:
    return BillingDetails.objects.filter(organisation=organisation).first()


def billing_of_person(user: User) -> BillingDetails | None:
    return BillingDetails.objects.filter(user=user).first()
