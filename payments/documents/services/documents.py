"""Receipts, fee invoices and payout statements: numbered without gaps, frozen, printed.

What corrects them is in correcting_documents.py.

A number is given in a transaction of its own, by a job: a release must not wait for the
one counter row that all documents of a kind share.
"""

from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from marketplace.core.data.money import Money
from marketplace.core.text.moments import day_of
from marketplace.core.text.papers import print_paper
from payments.charges.models import Charge
from payments.charges.states import ChargeState
from payments.documents.errors import ChargeNotPaid
from payments.documents.models.documents import Document, DocumentKind, DocumentSeries
from payments.documents.purposes import purpose_of
from payments.documents.services.parties import party_of, platform
from payments.payouts.models.payouts import Payout

HELD = "Held for this work until it is approved, and paid out to the freelancer then."
GONE_ON = "A bonus: it went on to the freelancer at once."
TEMPLATE = "document.typ"


def issue_receipt(*, charge: Charge) -> Document:
    """Once for each paid charge. Repeating it changes nothing. Raises ChargeNotPaid."""
    if charge.state != ChargeState.SUCCEEDED:
        raise ChargeNotPaid(title=charge.escrow.title, state=charge.get_state_display().lower())
    return issue(DocumentKind.RECEIPT, _receipt(charge), charge=charge)


def issue_fee_invoice(*, payout: Payout) -> Document | None:
    """Once for each release with a fee."""
    if not payout.fee:
        return None
    return issue(DocumentKind.FEE_INVOICE, _fee_invoice(payout), payout=payout)


def issue_payout_statement(*, payout: Payout) -> Document:
    """Once for each payout that was sent."""
    return issue(DocumentKind.PAYOUT_STATEMENT, _payout_statement(payout), payout=payout)


def issue_payout_documents(*, payout: Payout) -> None:
    """What there is to issue of a payout by now."""
    issue_fee_invoice(payout=payout)
    if payout.sent_at:
        issue_payout_statement(payout=payout)


@transaction.atomic
def issue(kind: DocumentKind, facts: dict[str, Any], **subject: Any) -> Document:
    """Give the next number of a kind to a paper about `subject`, once.

    The counter row stays locked until the document stands: no number is lost or doubled.
    """
    DocumentSeries.objects.get_or_create(kind=kind)
    series = DocumentSeries.objects.select_for_update().get(kind=kind)
    found = Document.objects.filter(kind=kind, **subject).first()
    if found is not None:
        return found
    series.last_number += 1
    series.save(update_fields=["last_number"])
    return Document.objects.create(kind=kind, number=series.last_number, facts=facts, **subject)


def print_document(*, document: Document) -> bytes:
    """The PDF. What people typed is data to the template, never markup."""
    facts = document.facts | {
        "title": document.get_kind_display(),
        "number": str(document),
        "issued": _day(document.issued_at),
    }
    return print_paper(TEMPLATE, facts)


def _day(moment: datetime) -> str:
    return day_of(moment.astimezone(UTC).date())


def _receipt(charge: Charge) -> dict[str, Any]:
    escrow = charge.escrow
    return {
        "seller": platform(),
        "buyer": party_of(escrow.payer),
        "currency": charge.currency,
        "stated": _stated(
            ("Paid on", _day(escrow.funded_at) if escrow.funded_at else ""),
            ("Paid with", charge.paid_with or str(charge.method or "")),
        ),
        "work": purpose_of(escrow),
        "lines": [[f"{escrow.title}, by {escrow.payee}", str(charge.money)]],
        "total": ["Paid", str(charge.money)],
        "note": GONE_ON if escrow.bonus_for_id else HELD,
        "references": _stated(("Payment", charge.payment_intent_id), ("Charge", charge.charge_id)),
    }


def _fee_invoice(payout: Payout) -> dict[str, Any]:
    escrow = payout.escrow
    percent = f"{escrow.fee_basis_points / 100:g} %"
    return {
        "seller": platform(),
        "buyer": party_of(payout.payee),
        "currency": payout.currency,
        "stated": [("Released on", _day(payout.created_at)), ("Released", str(payout.gross))],
        "work": purpose_of(escrow),
        "lines": [[f"Platform fee of {percent} on {payout.gross}", str(payout.fee_money)]],
        "total": ["Fee, taken from the release", str(payout.fee_money)],
        "note": "Nothing is left to pay.",
    }


def _payout_statement(payout: Payout) -> dict[str, Any]:
    escrow, nothing = payout.escrow, Money(0, payout.currency)
    lines = [
        [f"{escrow.title}, released by {escrow.payer}", str(payout.gross)],
        ["Platform fee", str(nothing - payout.fee_money)],
    ]
    if payout.withheld:
        lines.append(
            ["Kept for a payment that was taken back", str(nothing - payout.withheld_money)]
        )
    return {
        "seller": platform(),
        "buyer": party_of(payout.payee),
        "currency": payout.currency,
        "stated": _stated(
            ("Released on", _day(payout.created_at)),
            ("Sent on", _day(payout.sent_at) if payout.sent_at else ""),
        ),
        "work": purpose_of(escrow),
        "lines": lines,
        "total": ["Sent to you", str(payout.to_send)],
        "note": "Sent to your account at the payment processor, which passes it on to your bank.",
        "references": _stated(("Transfer", payout.processor_id)),
    }


def _stated(*facts: tuple[str, str]) -> list[tuple[str, str]]:
    """Those of which something is known."""
    return [fact for fact in facts if fact[1]]
