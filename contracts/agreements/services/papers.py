"""The terms as a paper: the clauses set from the signed text, with who signed it."""

from typing import Any

from django.conf import settings

from contracts.agreements.models.terms import Side, Signature, TermsVersion
from marketplace.core.text.moments import utc_moment
from marketplace.core.text.papers import print_paper

PROOF = (
    "This paper is set from the exact text that both sides sign; the text itself can be "
    "downloaded beside it. SHA-256 of that text in UTF-8:"
)


def print_terms(*, terms: TermsVersion) -> bytes:
    """The PDF of one version as it is signed by now: set once, and again after a signature."""
    contract = terms.contract
    return print_paper(
        "terms.typ",
        {
            "title": f"Terms of contract: {contract.title}",
            "platform": settings.PLATFORM_SELLER["name"],
            "reference": str(contract.public_id),
            "number": terms.number,
            "signatures": _signatures(terms),
            "proof": PROOF,
            "sha256": terms.sha256,
        },
        markdown={"blocks": terms.text},
    )


def _signatures(terms: TermsVersion) -> list[dict[str, Any]]:
    signed = {row.side: row for row in terms.signatures.select_related("user")}
    parties = {Side.CLIENT: terms.draft.client, Side.FREELANCER: terms.draft.freelancer}
    return [_place(Side(side), party, signed.get(side)) for side, party in parties.items()]


def _place(side: Side, party: str, signature: Signature | None) -> dict[str, Any]:
    """One side's place to sign; empty before it has signed."""
    said = ["Not signed yet."]
    if signature is not None:
        said = [f"Signed on Holdout by {signature.user}", utc_moment(signature.signed_at)]
    return {
        "side": f"For the {side.label.lower()}, {party}",
        "name": signature.name if signature else "",
        "said": said,
    }
