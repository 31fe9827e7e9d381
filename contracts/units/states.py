"""Every legal move of a unit of any kind, of a change request and of a cancellation."""

from django.db import models

from contracts.agreements.states import BOTH
from marketplace.core.data.actors import CLIENT, FREELANCER, MODERATOR, SYSTEM_ROLE
from marketplace.core.data.states import Move, StateTable


class UnitState(models.TextChoices):
    PLANNED = "planned", "Planned"
    AWAITING_FUNDS = "awaiting_funds", "Awaiting funds"
    FUNDED = "funded", "Funded"
    SUBMITTED = "submitted", "In review"
    CHANGES_REQUESTED = "changes_requested", "Changes requested"
    PARTLY_APPROVED = "partly_approved", "Partly approved"
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


U = UnitState
R = ChangeRequestState
X = CancellationState

UNFUNDED = (U.PLANNED, U.AWAITING_FUNDS)
# The freelancer is to deliver.
DELIVERABLE = (U.FUNDED, U.CHANGES_REQUESTED)
# Money is held and undecided.
HOLDING = (*DELIVERABLE, U.SUBMITTED, U.PARTLY_APPROVED)
SETTLED = (U.RELEASED, U.REFUNDED, U.CANCELLED)
# Ended without anything for the freelancer.
GIVEN_BACK = (U.REFUNDED, U.CANCELLED)

# An event is named after the kind of its unit, so that each kind makes a table of these.
UNIT_MOVES = [
    Move(
        verb="opened",
        sources=(U.PLANNED,),
        target=U.AWAITING_FUNDS,
        actors=(CLIENT, SYSTEM_ROLE),
    ),
    Move(verb="funded", sources=(U.AWAITING_FUNDS,), target=U.FUNDED, actors=(SYSTEM_ROLE,)),
    # What closes by the clock is handed in by it.
    Move(
        verb="submitted",
        sources=DELIVERABLE,
        target=U.SUBMITTED,
        actors=(FREELANCER, SYSTEM_ROLE),
    ),
    Move(verb="returned", sources=(U.SUBMITTED,), target=U.CHANGES_REQUESTED, actors=(CLIENT,)),
    # What is contested stays held while the rest is paid.
    Move(
        verb="part_approved",
        sources=(U.SUBMITTED,),
        target=U.PARTLY_APPROVED,
        actors=(CLIENT, SYSTEM_ROLE, MODERATOR),
    ),
    Move(
        verb="approved",
        sources=(U.SUBMITTED, U.PARTLY_APPROVED),
        target=U.APPROVED,
        # A moderator where the review stands still, because a side is kept out.
        actors=(CLIENT, SYSTEM_ROLE, MODERATOR),
    ),
    # The freelancer gives up what was contested: it goes back, and nothing is left to decide.
    Move(
        verb="conceded",
        sources=(U.PARTLY_APPROVED,),
        target=U.RELEASED,
        actors=(FREELANCER,),
    ),
    Move(verb="released", sources=(U.APPROVED,), target=U.RELEASED, actors=(SYSTEM_ROLE,)),
    # While its money is undecided both may agree to refund it; the client alone only when
    # the freelancer fell silent, which the service checks. The clock gives back what was not
    # worked for.
    Move(
        verb="refunded",
        sources=HOLDING,
        target=U.REFUNDED,
        actors=(*BOTH, MODERATOR, SYSTEM_ROLE),
    ),
    # Nothing was done for it, and its money pays for the next one.
    Move(verb="carried", sources=(U.FUNDED,), target=U.REFUNDED, actors=(SYSTEM_ROLE,)),
    # The client's bank took all that was held back.
    Move(verb="charged_back", sources=HOLDING, target=U.REFUNDED, actors=(SYSTEM_ROLE,)),
    Move(
        verb="cancelled",
        sources=UNFUNDED,
        target=U.CANCELLED,
        actors=(*BOTH, MODERATOR, SYSTEM_ROLE),
    ),
]

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
