"""Proposing another fee, other hours or promises while the terms are open."""

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.permissions import can_propose_terms
from contracts.agreements.views.terms_of_kind import ProposeTermsOfKind
from contracts.retainers.forms.terms import RetainerTermsForm


class ProposeRetainerTerms(ProposeTermsOfKind):
    """Fee, hours or outcomes, response, notice, special terms."""

    permission = can_propose_terms
    engagement = EngagementKind.RETAINER
    template = "contracts/retainer_terms_proposal.html"
    form_class = RetainerTermsForm
