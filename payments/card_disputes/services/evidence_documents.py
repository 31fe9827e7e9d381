"""The document that a bank gets: payment, terms, work, delivery, as one PDF within its limits."""

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.utils import timezone

from marketplace.core.data.money import Money
from marketplace.core.text.markdown_blocks import as_blocks
from marketplace.core.text.moments import utc_moment
from marketplace.core.text.papers import pages_of, set_paper
from marketplace.core.text.words import shortened
from payments.card_disputes.errors import EvidenceTooLarge
from payments.card_disputes.evidence import EvidenceEntry, Section, evidence_about
from payments.card_disputes.models import CardDispute
from payments.charges.models import Charge
from payments.escrows.models.escrows import Escrow
from payments.escrows.queries.movements import movements_of

TEMPLATE = "evidence.typ"
# Stripe takes 4.5 MB of evidence files for a dispute, and fewer than 50 pages; Mastercard's
# banks read fewer than 20: https://docs.stripe.com/disputes/best-practices
MOST_BYTES = 4_500_000
MOST_PAGES = 19
# Whatever somebody wrote is quoted up to here.
LONGEST_TEXT = 4_000
# More than so many characters fit on no number of pages that a bank reads.
MOST_CHARACTERS = 6_000 * MOST_PAGES
LONGEST_ANSWER = 20_000
MOST_ENTRIES = 40


@dataclass(frozen=True, kw_only=True)
class EvidenceDocument:
    body: bytes
    pages: int
    left_out: tuple[str, ...]


def print_evidence(*, dispute: CardDispute, note: str = "") -> EvidenceDocument:
    """Set the document; what does not fit into the limits is left out, and named in it.

    Appendices go first, then long texts are cut. Raises EvidenceTooLarge.
    """
    sections = _sections(dispute, note)
    appendices = tuple(section.title for section in sections if section.is_appendix)
    kept = [section for section in sections if not section.is_appendix]
    for shown, left_out in ((sections, ()), (kept, appendices), (_cut(kept), appendices)):
        if _length(shown) > MOST_CHARACTERS:
            continue
        body, pages = _set(dispute, shown, left_out)
        if len(body) <= MOST_BYTES and pages <= MOST_PAGES:
            return EvidenceDocument(body=body, pages=pages, left_out=left_out)
    raise EvidenceTooLarge(most=MOST_PAGES)


def answers_about(dispute: CardDispute, note: str) -> dict[str, str]:
    """The processor's own fields, of those that fit a service: none is sent empty."""
    escrow = dispute.escrow
    payer = escrow.payer
    owner = payer.memberships.filter(role="owner").select_related("user").first()
    answers = {
        "customer_name": payer.name,
        "customer_email_address": owner.user.email if owner else "",
        "product_description": escrow.title,
        "refund_policy_disclosure": "Held funds go back in full when both sides cancel before "
        "the work is approved. Approved work is final; both sides signed this in the terms.",
        "uncategorized_text": note,
    }
    for testimony in evidence_about(escrow):
        answers |= testimony.answers
    return {name: shortened(words, LONGEST_ANSWER) for name, words in answers.items() if words}


def _sections(dispute: CardDispute, note: str) -> list[Section]:
    own: list[Section] = []
    if note:
        own.append(Section(title="In short", entries=[EvidenceEntry(heading="", text=note)]))
    own.append(_payment(dispute.charge, dispute.escrow))
    own.append(_movements(dispute.escrow))
    told = evidence_about(dispute.escrow)
    return [*own, *(section for testimony in told for section in testimony.sections)]


def _payment(charge: Charge, escrow: Escrow) -> Section:
    receipt = charge.documents.filter(kind="receipt").first()
    facts = [
        ("Paid by", str(escrow.payer)),
        ("Paid for", escrow.title),
        ("Amount", str(charge.money)),
        ("Checkout opened", utc_moment(charge.created_at)),
        ("Paid and held", utc_moment(escrow.funded_at) if escrow.funded_at else "–"),
        ("Payment reference", charge.payment_intent_id),
        ("Charge", charge.charge_id),
        ("Receipt", str(receipt) if receipt else "–"),
        ("Released to the freelancer", str(Money(escrow.released, escrow.currency))),
    ]
    return Section(title="The payment", facts=facts)


def _movements(escrow: Escrow) -> Section:
    newest = movements_of(escrow)[:MOST_ENTRIES]
    entries = [
        EvidenceEntry(
            heading=f"{utc_moment(line.when)}: {line.what}",
            text=f"{line.who}{f', {line.amount}' if line.amount else ''}",
        )
        for line in reversed(newest)
    ]
    return Section(title="Every movement of the money", entries=entries)


def _cut(sections: list[Section]) -> list[Section]:
    """Long texts shortened, long lists cut to their newest entries."""
    return [
        replace(
            section,
            entries=[
                replace(entry, text=_shortened(entry.text))
                for entry in section.entries[-MOST_ENTRIES // 2 :]
            ],
        )
        for section in sections
    ]


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]} … (shortened)"


def _set(
    dispute: CardDispute, sections: list[Section], left_out: tuple[str, ...]
) -> tuple[bytes, int]:
    note = f" Left out for length: {', '.join(left_out)}." if left_out else ""
    facts = {
        "title": f"Evidence about a payment of {dispute.charge.money}",
        "lead": f"Dispute {dispute.processor_id}, {dispute.money}. "
        f"The claim: {dispute.reason_words} "
        f"Assembled by {settings.PLATFORM_SELLER['name']} on {utc_moment(timezone.now())} from "
        f"records that cannot be changed afterwards.{note}",
        "footer": f"{settings.PLATFORM_SELLER['name']} · dispute {dispute.processor_id}",
        "sections": [_section_facts(section) for section in sections],
    }
    return set_paper(TEMPLATE, facts), pages_of(TEMPLATE, facts)


def _section_facts(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "facts": section.facts,
        "entries": [
            {
                "heading": entry.heading,
                "text": "" if entry.is_markdown else entry.text,
                "blocks": as_blocks(entry.text) if entry.is_markdown else [],
            }
            for entry in section.entries
        ],
    }


def _length(sections: list[Section]) -> int:
    return sum(len(entry.text) for section in sections for entry in section.entries)
