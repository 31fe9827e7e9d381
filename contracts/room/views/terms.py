"""The terms: the text and its proof, and what changed in it."""

from typing import Any

from contracts.agreements.clauses.contents import contents_of
from contracts.agreements.models.terms import TermsVersion
from contracts.agreements.views.terms import OfTerms
from contracts.room.turns import turn_of
from marketplace.core.web.views import Page


class TermsDocument(OfTerms, Page):
    """One version: its text, its signatures, and its SHA-256 computed anew."""

    template = "contracts/terms_document.html"

    def context(self) -> dict[str, Any]:
        terms = self.version()
        return {
            "contract": self.contract,
            "terms": terms,
            "contents": contents_of(terms.text),
            "is_intact": terms.is_intact,
            "signatures": list(terms.signatures.select_related("user")),
            "versions": list(
                self.contract.versions.select_related("proposed_by").defer("text", "draft_data")
            ),
            "is_on_the_table": terms.pk == self.contract.terms_id,
            "can_sign": self._can_sign(terms),
        }

    def _can_sign(self, terms: TermsVersion) -> bool:
        turn = turn_of(self.contract, self.request.user) if self.contract.is_negotiating else None
        return terms.pk == self.contract.terms_id and turn is not None and turn.is_yours
