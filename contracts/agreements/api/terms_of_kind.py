"""Other terms that are no list of milestones, for programs."""

from dataclasses import replace
from typing import Any, ClassVar

from contracts.agreements.api.loading import OfContract
from contracts.agreements.api.serializers import TermsSerializer
from contracts.agreements.clauses.schedules import Schedule
from contracts.agreements.models.terms import TermsVersion
from contracts.agreements.permissions import can_propose_terms
from contracts.agreements.services.terms import propose_terms, refuse_other_schedule
from marketplace.core.api.edits import EditedEndpoint
from marketplace.core.api.endpoints import ActEndpoint
from marketplace.core.data.edit_versions import Facts


class TermsOfKind(OfContract, EditedEndpoint, ActEndpoint):
    """Takes the whole `schedule` of its kind, with special terms and a note."""

    permission = can_propose_terms
    answers = TermsSerializer
    creates = True
    schedule: ClassVar[type[Schedule]]

    def stored_facts(self, subject: TermsVersion) -> Facts:
        return subject.draft.negotiable

    def validated(self) -> dict[str, Any]:
        refuse_other_schedule(self.contract, self.schedule)
        return super().validated()

    def act(self, schedule: Schedule, special_terms: str, note: str) -> TermsVersion:
        assert self.contract.terms is not None  # every offer is made with its first version
        draft = self.contract.terms.draft
        return propose_terms(
            contract=self.contract,
            draft=replace(draft, special_terms=special_terms.strip(), schedule=schedule),
            by=self.actor(),
            note=note,
            seen=self.seen,
        )
