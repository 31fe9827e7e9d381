"""Papers that take another one back: credit notes of fees, and notes of refunds.

Each is issued once, by a job, for each part; what it corrects is issued first if it is late.
"""

from datetime import UTC
from typing import Any

from marketplace.core.data.money import Money
from marketplace.core.text.moments import day_of
from payments.documents.models.documents import Document, DocumentKind
from payments.documents.purposes import purpose_of
from payments.documents.services.documents import issue, issue_fee_invoice
from payments.documents.services.parties import party_of, platform
from payments.refunds.models import Refund
from payments.releases.models import FeeReturn


def issue_credit_note(*, fee_return: FeeReturn) -> Document:
    """Corrects the fee invoice of a payout by what went back of its fee."""
    invoice = issue_fee_invoice(payout=fee_return.payout)
    assert invoice is not None
    return issue(DocumentKind.CREDIT_NOTE, _credit_note(fee_return, invoice), fee_return=fee_return)


def issue_refund_note(*, refund: Refund) -> Document:
    """Says of a refund that was made what it was for, and why."""
    return issue(DocumentKind.REFUND_NOTE, _refund_note(refund), refund=refund)


def _credit_note(fee_return: FeeReturn, invoice: Document) -> dict[str, Any]:
    payout = fee_return.payout
    nothing = Money(0, payout.currency)
    earlier = payout.fee_returns.filter(pk__lte=fee_return.pk)
    stays = payout.fee_money - sum((each.money for each in earlier), nothing)
    on = day_of(invoice.issued_at.astimezone(UTC).date())
    return {
        "seller": platform(),
        "buyer": party_of(payout.payee),
        "currency": payout.currency,
        "stated": [("Corrects", f"Fee invoice {invoice}"), ("Of", on)],
        "work": purpose_of(payout.escrow),
        "lines": [
            [f"Platform fee on {payout.gross}, as invoiced", str(payout.fee_money)],
            [
                f"Fee on {fee_return.gross} of it that was taken back",
                str(nothing - fee_return.money),
            ],
        ],
        "total": ["Given back to you", str(fee_return.money)],
        "note": f"This credit note corrects fee invoice {invoice} of {on}. Its fee that stays: "
        f"{stays}. It was given back together with the release; nothing more is to be done.",
    }


def _refund_note(refund: Refund) -> dict[str, Any]:
    charge, escrow = refund.charge, refund.escrow
    # What one escrow did not use may have paid for another.
    paid = escrow if charge.escrow_id == escrow.pk else charge.escrow
    received = Money(charge.amount_received or charge.amount, refund.currency)
    receipt = charge.documents.filter(kind=DocumentKind.RECEIPT).first()
    return {
        "seller": platform(),
        "buyer": party_of(escrow.payer),
        "currency": refund.currency,
        "stated": [
            ("Receipt", str(receipt) if receipt else "none: nothing was funded"),
            ("Paid with", charge.paid_with or "the way it came"),
        ],
        "work": purpose_of(escrow),
        "lines": [
            [f"{paid.title}, by {escrow.payee}: paid", str(received)],
            ["Of this, sent back the way it came", str(refund.money)],
        ],
        "total": ["Sent back to you", str(refund.money)],
        "note": refund.reason,
        "references": [("Payment", charge.payment_intent_id), ("Refund", refund.processor_id)],
    }
