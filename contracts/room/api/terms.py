"""The terms for programs: the exact text, signing it, proposing another."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from contracts.agreements.api.loading import OfContract
from contracts.agreements.api.serializers import SignatureInput, TermsInput, TermsSerializer
from contracts.agreements.clauses.schedules import MilestoneSchedule
from contracts.agreements.forms.terms import changed_draft
from contracts.agreements.models.contracts import Contract
from contracts.agreements.models.terms import TermsVersion
from contracts.agreements.permissions import can_propose_terms, can_sign_terms, can_view_contract
from contracts.agreements.services.signatures import sign_terms
from contracts.agreements.services.terms import propose_terms, refuse_other_schedule
from contracts.room.api.contracts import ContractAct
from contracts.room.api.serializers import ContractDetailSerializer
from marketplace.core.api.edits import EditedEndpoint
from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint
from marketplace.core.data.edit_versions import Facts


class OfTerms(OfContract):
    shows = TermsSerializer

    def versions(self) -> QuerySet[TermsVersion]:
        return self.contract.versions.prefetch_related("signatures__user")

    def on_the_table(self) -> TermsVersion:
        """Not one that a change order proposes."""
        assert self.contract.terms_id is not None  # every offer is made with its first version
        return self.versions().get(pk=self.contract.terms_id)


class Terms(OfTerms, EditedEndpoint, ActEndpoint, DetailEndpoint):
    """The terms on the table."""

    permission = can_view_contract
    write_permission = can_propose_terms
    takes = TermsInput
    creates = True

    def stored_facts(self, subject: TermsVersion) -> Facts:
        return subject.draft.negotiable

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Read the version of the terms that is on the table."""
        return self.show(self.on_the_table())

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Counter an offer, or revise the terms. Both must sign the new version."""
        return super().post(request, *args, **kwargs)

    def validated(self) -> dict[str, Any]:
        refuse_other_schedule(self.contract, MilestoneSchedule)
        return super().validated()

    def act(self, note: str, milestones: Any, **facts: Any) -> TermsVersion:
        draft = changed_draft(self.on_the_table().draft, facts, milestones)
        return propose_terms(
            contract=self.contract, draft=draft, by=self.actor(), note=note, seen=self.seen
        )


class TermsDetail(OfTerms, DetailEndpoint):
    """One version of the terms."""

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self.show(get_object_or_404(self.versions(), number=kwargs["number"]))


class SignatureAct(ContractAct):
    """Sign the terms on the table for your side. The second signature makes the contract."""

    permission = can_sign_terms
    fresh = True
    takes = SignatureInput
    answers = ContractDetailSerializer
    creates = True

    def act(self, name: str, sha256: str, is_meant: bool) -> Contract:
        sign_terms(
            contract=self.contract,
            sha256=sha256,
            by=self.actor(),
            name=name,
            is_meant=is_meant,
            user_agent=self.request.headers.get("User-Agent", ""),
        )
        return self.contract
