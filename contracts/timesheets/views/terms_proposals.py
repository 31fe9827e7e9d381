"""Proposing another rate or limit while the terms are open."""

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.permissions import can_propose_terms
from contracts.agreements.views.terms_of_kind import ProposeTermsOfKind
from contracts.timesheets.forms.terms import HourlyTermsForm


class ProposeHourlyTerms(ProposeTermsOfKind):
    """Rate, limit, special terms."""

    permission = can_propose_terms
    engagement = EngagementKind.HOURLY
    template = "contracts/hourly_terms_proposal.html"
    form_class = HourlyTermsForm
