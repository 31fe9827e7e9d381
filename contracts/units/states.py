"""Every legal move of a contract, a milestone, a change request and a cancellation."""

from django.db import models

from contracts.agreements.states import BOTH
from marketplace.core.data.actors import CLIENT, FREELANCER, MODERATOR, SYSTEM_ROLE
from marketplace.core.data.states import Move, StateTable


class MilestoneState(models.TextChoices):
    PLANNED = "planned", "Planned"
    AWAITING_FUNDS = "awaiting_funds", "Awaiting funds"
    FUNDED = "funded", "Funded"
    SUBMITTED = "submitted", "In review"
    CHANGES_REQUESTED = "changes_requested", "Changes requested"
    APPROVED = "approved", "Approved"
    RELEASED = "released", "Released"
    REFUNDED = "refunded", "Refunded"
    CANCELLED = "cancelled", "Cancelled"


class ChangeRequestState(models.TextChoices):
    BINDING = "binding", "Binding"
    ASKED = "asked", "Asked"
    REFUSED = "refused", "Refused"


class CancellationState(models.TextChoices):
    ASKED = "asked", "Asked"
    AGREED = "agreed", "Agreed"
    REFUSED = "refused", "Refused"
    DROPPED = "dropped", "Dropped"


M = MilestoneState
R = ChangeRequestState
X = CancellationState

UNFUNDED = (M.PLANNED, M.AWAITING_FUNDS)
# The freelancer is to deliver.
DELIVERABLE = (M.FUNDED, M.CHANGES_REQUESTED)
# Money is held and undecided.
HOLDING = (*DELIVERABLE, M.SUBMITTED)
SETTLED = (M.RELEASED, M.REFUNDED, M.CANCELLED)
# Ended without anything for the freelancer.
GIVEN_BACK = (M.REFUNDED, M.CANCELLED)

MILESTONE = StateTable(
    "milestone",
    [
        Move(verb="opened", sources=(M.PLANNED,), target=M.AWAITING_FUNDS, actors=(CLIENT,)),
        Move(verb="funded", sources=(M.AWAITING_FUNDS,), target=M.FUNDED, actors=(SYSTEM_ROLE,)),
        Move(verb="submitted", sources=DELIVERABLE, target=M.SUBMITTED, actors=(FREELANCER,)),
        Move(verb="returned", sources=(M.SUBMITTED,), target=M.CHANGES_REQUESTED, actors=(CLIENT,)),
        Move(
            verb="approved",
            sources=(M.SUBMITTED,),
            target=M.APPROVED,
            # A moderator where the review stands still, because a side is kept out.
            actors=(CLIENT, SYSTEM_ROLE, MODERATOR),
        ),
        Move(verb="released", sources=(M.APPROVED,), target=M.RELEASED, actors=(SYSTEM_ROLE,)),
        # While its money is undecided both may agree to refund it; the client alone only when
        # the freelancer fell silent, which the service checks.
        Move(verb="refunded", sources=HOLDING, target=M.REFUNDED, actors=(*BOTH, MODERATOR)),
        # The client's bank took all that was held back.
        Move(verb="charged_back", sources=HOLDING, target=M.REFUNDED, actors=(SYSTEM_ROLE,)),
        Move(
            verb="cancelled",
            sources=UNFUNDED,
            target=M.CANCELLED,
            actors=(*BOTH, MODERATOR, SYSTEM_ROLE),
        ),
    ],
)

CHANGE_REQUEST = StateTable(
    "change_request",
    [
        Move(verb="accepted", sources=(R.ASKED,), target=R.BINDING, actors=(FREELANCER,)),
        Move(verb="refused", sources=(R.ASKED,), target=R.REFUSED, actors=(FREELANCER,)),
    ],
)

CANCELLATION = StateTable(
    "cancellation",
    [
        Move(verb="agreed", sources=(X.ASKED,), target=X.AGREED, actors=BOTH),
        Move(verb="refused", sources=(X.ASKED,), target=X.REFUSED, actors=BOTH),
        # Taken back by who asked, or overtaken by events.
        Move(
            verb="dropped",
            sources=(X.ASKED,),
            target=X.DROPPED,
            actors=(*BOTH, MODERATOR, SYSTEM_ROLE),
        ),
    ],
)
