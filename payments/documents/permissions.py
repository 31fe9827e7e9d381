"""Who sees papers, and who says whom they name."""

from typing import Any

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.permissions import can_pay_for, can_view_organisation
from accounts.people.models import User
from payments.documents.models.documents import Document
from payments.payouts.permissions import can_view_payout


def can_view_document(user: Any, document: Document) -> bool:
    """Whom it is made out to: what was paid or refunded the payer, everything else the payee."""
    payout = document.fee_return.payout if document.fee_return else document.payout
    if payout is not None:
        return can_view_payout(user, payout)
    return can_view_organisation(user, document.escrow.payer)


def can_view_statements(user: Any, of: Organisation | User) -> bool:
    """One's own, or those of an organisation that one may look into."""
    return can_view_organisation(user, of) if isinstance(of, Organisation) else of == user


def can_state_billing_details(user: Any, of: Organisation | User) -> bool:
    """One's own, or those of an organisation that one may pay for."""
    return can_pay_for(user, of) if isinstance(of, Organisation) else of == user
