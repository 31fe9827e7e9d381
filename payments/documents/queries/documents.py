"""Receipts, invoices and statements, scoped to whom they are made out."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from marketplace.core.data.arrays import AnyOf
from marketplace.core.staff.registry import identifier_in
from payments.charges.models import Charge
from payments.documents.models.billing_details import BillingDetails
from payments.documents.models.documents import Document, DocumentKind
from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Transfer
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from payments.releases.models import FeeReturn


def documents_of(user: User) -> QuerySet[Document]:
    """Receipts and refund notes of the person's organisations; their own invoices, credit notes
    and statements. Newest first.
    """
    seats = user.memberships.values("organisation")
    paid = Q(charge__escrow__payer__in=seats) | Q(refund__escrow__payer__in=seats)
    earned = Q(payout__payee=user) | Q(fee_return__payout__payee=user)
    related = ("charge__escrow", "payout__escrow", "fee_return__payout__escrow", "refund__escrow")
    return Document.objects.filter(paid | earned).select_related(*related).order_by("-id")


def documents_about(escrow: Escrow, *, viewer: User) -> QuerySet[Document]:
    """Those of one escrow that `viewer` may have, oldest first."""
    return documents_of(viewer).filter(_about(escrow)).order_by("id")


def _about(escrow: Escrow) -> Q:
    """By the index of what each kind of paper is about."""
    paid = Q(escrow=escrow)
    if escrow.carried_in:
        # With what other escrows did not use it was paid by their charges.
        paid |= Q(pk__in=escrow.fundings.values("charge"))
    charges = Charge.objects.filter(paid).values("pk")
    payouts = Payout.objects.filter(escrow=escrow).values("pk")
    returns = FeeReturn.objects.filter(payout__escrow=escrow).values("pk")
    refunds = Refund.objects.filter(escrow=escrow).values("pk")
    earned = AnyOf("payout", payouts) | AnyOf("fee_return", returns)
    return AnyOf("charge", charges) | AnyOf("refund", refunds) | earned


def documents_of_payout(payout: Payout) -> QuerySet[Document]:
    """Its invoice, what corrects it, and its statement; oldest first."""
    about = Q(payout=payout) | Q(fee_return__payout=payout)
    return Document.objects.filter(about).order_by("id")


def numbers_of(movements: Iterable[Transfer], *, of: Organisation | User) -> dict[int, str]:
    """The number of the paper that belongs to each movement and is made out to `of`."""
    rows = list(movements)
    words = {row.key.split(":")[1]: row.pk for row in rows if row.code in NAMED_BY_KEY}
    ids = {word for word in words if identifier_in(word)}
    if isinstance(of, User):
        found = Q(kind=DocumentKind.FEE_INVOICE, payout__public_id__in=ids)
        found |= Q(fee_return__transfer__in=rows)
    else:
        found = Q(charge__payment_intent_id__in=words) | Q(refund__public_id__in=ids)
    related = ("charge", "payout", "fee_return", "refund")
    return {
        _movement_of(document, words): str(document)
        for document in Document.objects.filter(found).select_related(*related)
    }


# The second word of their keys is the payment's, the payout's or the refund's own id.
NAMED_BY_KEY = ("charge_succeeded", "release", "refund_decided")


def _movement_of(document: Document, words: dict[str, int]) -> int:
    if document.fee_return is not None:
        return document.fee_return.transfer_id
    if document.charge is not None:
        return words[document.charge.payment_intent_id]
    subject = document.payout or document.refund
    assert subject is not None
    return words[str(subject.public_id)]


def billing_of_organisation(organisation: Organisation) -> BillingDetails | None:
    return BillingDetails.objects.filter(organisation=organisation).first()


def billing_of_person(user: User) -> BillingDetails | None:
    return BillingDetails.objects.filter(user=user).first()
