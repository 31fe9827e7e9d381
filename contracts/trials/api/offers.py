"""Offering trials, and reading those of a brief."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from contracts.agreements.models.contracts import Contract
from contracts.trials.api.serializers import TrialContractSerializer, TrialOfferInput
from contracts.trials.permissions import can_compare_trials, can_offer_trial
from contracts.trials.queries import trial_contracts_in_full
from contracts.trials.services.offers import offer_trial
from marketplace.core.api.endpoints import ActEndpoint, ListEndpoint
from marketplace.core.data.actors import client
from projects.briefs.models.briefs import Brief
from projects.briefs.queries.briefs import briefs_of
from projects.proposals.models.proposals import Proposal
from projects.proposals.queries.proposals import proposals_visible_to


class TrialOffer(ActEndpoint):
    """Offer a paid trial from a proposal, which stays undecided. Both sign its terms next."""

    tag = "trials"
    permission = can_offer_trial
    takes = TrialOfferInput
    shows = TrialContractSerializer
    creates = True

    def load(self) -> Proposal:
        proposals = proposals_visible_to(self.user)
        return get_object_or_404(proposals, public_id=self.kwargs["public_id"])

    def act(self, **facts: Any) -> Contract:
        by = client(self.user, self.address)
        return offer_trial(proposal=self.subject, by=by, **facts)


class Trials(ListEndpoint):
    """The trials of a brief, newest first, to be compared."""

    tag = "trials"
    permission = can_compare_trials
    shows = TrialContractSerializer

    def load(self) -> Brief:
        return get_object_or_404(briefs_of(self.user), public_id=self.kwargs["public_id"])

    def rows(self, **wanted: Any) -> QuerySet[Contract]:
        return trial_contracts_in_full(self.subject).order_by("-id")
