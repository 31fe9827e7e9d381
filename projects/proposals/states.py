"""The life of a proposal (product.md section 3)."""

from django.db import models

from marketplace.core.data.actors import CLIENT, FREELANCER, SYSTEM_ROLE
from marketplace.core.data.states import Move, StateTable


class ProposalState(models.TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    SHORTLISTED = "shortlisted", "Shortlisted"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"
    EXPIRED = "expired", "Expired"
    CLOSED = "closed", "Closed"


P = ProposalState

UNDECIDED = (P.SUBMITTED, P.SHORTLISTED)
# At most one of these for a freelancer and a brief.
LIVE = (P.DRAFT, P.SUBMITTED, P.SHORTLISTED, P.ACCEPTED)

PROPOSAL = StateTable(
    "proposal",
    [
        Move(verb="submitted", sources=(P.DRAFT,), target=P.SUBMITTED, actors=(FREELANCER,)),
        Move(verb="shortlisted", sources=(P.SUBMITTED,), target=P.SHORTLISTED, actors=(CLIENT,)),
        Move(verb="accepted", sources=UNDECIDED, target=P.ACCEPTED, actors=(CLIENT,)),
        Move(verb="declined", sources=UNDECIDED, target=P.DECLINED, actors=(CLIENT,)),
        Move(verb="withdrawn", sources=UNDECIDED, target=P.WITHDRAWN, actors=(FREELANCER,)),
        Move(verb="expired", sources=UNDECIDED, target=P.EXPIRED, actors=(SYSTEM_ROLE,)),
        Move(verb="closed", sources=UNDECIDED, target=P.CLOSED, actors=(SYSTEM_ROLE,)),
        # The offer made from it came to nothing: the client may decide again.
        Move(verb="returned", sources=(P.ACCEPTED,), target=P.SHORTLISTED, actors=(SYSTEM_ROLE,)),
    ],
)
